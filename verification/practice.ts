import { isFunctionNode, parse, derivative as symbolic } from 'mathjs'
import { expect } from 'vitest'
import { compile } from '../src/core.ts'
import { checkValue } from '../src/lessons/checker.ts'
import type { AnswerKind, Lesson, LessonScene } from '../src/lessons/lesson.ts'
import { practiceLesson } from '../src/lessons/practice/round.ts'
import { LEVELS } from '../src/lessons/practice/roundName.ts'
import { TOPICS } from '../src/lessons/practice/topics/index.ts'
import { type AskedQuestion, askedIn } from '../src/lessons/questions/asked.ts'
import { type AskedAt, settingOf } from '../src/lessons/questions/setting.ts'
import { nodeName } from '../src/notation/symbols.ts'
import { firstWrong } from './brokenByHand.ts'
import { entriesOf, shapeOf } from './nested.ts'
import { ProgramText } from './programText.ts'

const numberText = (numbers: readonly number[], shape: readonly number[]): string => {
  if (shape.length === 0) return String(numbers[0])
  const size = numbers.length / shape[0]
  const rows = Array.from({ length: shape[0] }, (_, i) =>
    numberText(numbers.slice(i * size, (i + 1) * size), shape.slice(1)),
  )
  return `[${rows.join(', ')}]`
}

const entryTotal = (text: ProgramText, names: readonly string[]): number =>
  names.reduce((count, name) => count + entriesOf(text.valueOf(name)).length, 0)

type Answering = (
  text: ProgramText,
  words: readonly string[],
  asked: { readonly at: AskedAt; readonly kind: AnswerKind },
) => string

/** The answers by other means, by the first word of the key. */
const ANSWERS: Readonly<Record<string, Answering>> = {
  value: (text, [name]) => numberText(entriesOf(text.valueOf(name)).map(Number), shapeOf(text.valueOf(name))),
  tangent: (text, [name, , by]) => derivativeText(text, name, by),
  adjoint: (text, [name, , of]) => derivativeText(text, of, name),
  derivative: (text, [of, by], { kind }) =>
    kind === 'expression' ? symbolicDerivative(text.formula(of), by) : derivativeText(text, of, by),
  partial: (text, [of, by]) => String(text.partial(of, by)),
  passes: (text, [mode, , added]) => {
    const [ends, end] = mode === 'forward' ? [text.inputs, 'input'] : [text.outputs, 'output']
    return String(entryTotal(text, ends) + (added === end ? 1 : 0))
  },
  contributions: (text, [name]) => String(text.readingsOf(name)),
  // Only one may have been read by nothing that is still to come.
  next: (text, _, { at: { step = 0 } }) => {
    const names = [...text.inputs, ...text.definitions.map(([name]) => name)].reverse()
    const known = new Set(names.slice(0, Number(step)))
    const readersOf = (name: string) =>
      text.definitions.filter(([, formula]) => new RegExp(`\\b${name}\\b`).test(formula)).map(([reader]) => reader)
    const ready = names.filter((name) => !known.has(name) && readersOf(name).every((reader) => known.has(reader)))
    return ready.join(' or ')
  },
  routed: (text, [name]) => {
    const [, chosen, a, b] = /^(max|min)\((\w+), (\w+)\)$/.exec(new Map(text.definitions).get(name) ?? '') ?? []
    const isFirst = Number(text.valueOf(a)) > Number(text.valueOf(b)) === (chosen === 'max')
    return isFirst ? a : b
  },
  bug: (text, [bug]) => firstWrong(text, bug),
  shape: (text, words) => {
    const names = words[0] === 'of' ? words.slice(2) : words
    return `(${names.flatMap((name) => shapeOf(text.valueOf(name))).join(', ')})`
  },
}

/** By mathjs, without functions that the language does not have. */
const symbolicDerivative = (formula: string, by: string): string =>
  symbolic(formula, by)
    .transform((node) =>
      isFunctionNode(node) && node.fn.name === 'sech' ? parse(`(1/cosh(${node.args[0].toString()}))`) : node,
    )
    .toString()

const derivativeText = (text: ProgramText, of: string, by: string): string =>
  numberText(text.derivative(of, by).flat(), [...shapeOf(text.valueOf(of)), ...shapeOf(text.valueOf(by))])

/** Many times what one takes, for slow machines. */
export const MS_PER_QUESTION = 150

/** Rounds of every topic and level, as many as hold so many questions. */
export function* rounds(questions: number): Generator<Lesson> {
  const topics = TOPICS.flatMap(({ name }) => LEVELS.map((level) => ({ topic: name, level })))
  for (let count = 0, seed = 0; count < questions; seed++)
    for (const { topic, level } of topics) {
      const lesson = practiceLesson({ kind: 'practice', topic, level, seed })
      if (!lesson) throw new Error(`No round of ${topic}`)
      yield lesson
      count += lesson.scenes.length - 1
    }
}

/** Says of each question what is wrong with it; nothing, one hopes. */
export function expectSoundRound(lesson: Lesson): number {
  expect(checkValue(lesson).problems).toEqual([])
  const asking = lesson.scenes.filter(({ ask }) => ask !== undefined)
  for (const scene of asking) expectSound(scene)
  return asking.length
}

function expectSound(scene: LessonScene): void {
  const { program = '', ...at } = Object.fromEntries(new URLSearchParams(scene.moment.slice(1)))
  const compiled = compile(program)
  expect(compiled.diagnostics, program).toEqual([])
  const setting = settingOf(program, compiled, at)
  const asked = setting && scene.ask && askedIn(setting, scene.ask)
  if (!asked || 'says' in asked) throw new Error(`${program}\n${scene.ask?.of}: ${asked?.says}`)
  const [word, ...words] = asked.question.of.split(' ')
  const where = `${asked.question.of} in\n${program}`
  const answer = ANSWERS[word](new ProgramText(program), words, { at, kind: asked.question.kind })
  expect(asked.judge(answer), `${answer} for ${where}`).toEqual({ verdict: 'right' })
  expect(rightNodes(asked), where).toBeLessThanOrEqual(1)
  for (const { shown } of asked.slips()) expect(asked.judge(shown).verdict, `${shown}: ${where}`).toBe('wrong')
}

/** How many nodes would be right, one by one. */
function rightNodes({ taking, setting: { graph }, judge }: AskedQuestion): number {
  if (taking.by !== 'node') return 0
  const names = [...graph.op.keys()].flatMap((node) => nodeName(graph, node) ?? [])
  return names.filter((name) => judge(name).verdict === 'right').length
}
