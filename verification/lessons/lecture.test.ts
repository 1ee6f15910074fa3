import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Numbers, type Value } from '../../src/core.ts'
import type { LessonQuestion } from '../../src/lessons/lesson.ts'
import { type AskedQuestion, askedIn } from '../../src/lessons/questions/asked.ts'
import { type AskedAt, settingOf } from '../../src/lessons/questions/setting.ts'
import { entriesOf } from '../../src/notation/numbers.ts'
import { LECTURE_KEYS } from './lectureQuestions.ts'

interface LectureScene {
  readonly id: string
  readonly program: string
  readonly moment: AskedAt
  readonly question: string | null
  readonly answerKind: LessonQuestion['kind'] | 'none'
  readonly answer: string | number | null
  readonly choices?: readonly string[]
  readonly likelySlips: readonly { readonly answer: string | number; readonly slip: string }[]
}

const scenes: readonly LectureScene[] = JSON.parse(readFileSync('verification/cases/lecture.json', 'utf8'))
const asking = scenes.filter(({ question }) => question !== null)

function questionOf({ id, question, answerKind, choices = [] }: LectureScene): LessonQuestion {
  const { of, slips = {}, tokens = {} } = LECTURE_KEYS[id]
  return {
    question: question ?? '',
    kind: answerKind as LessonQuestion['kind'],
    of,
    choices: choices.map((choice) => (tokens[choice] ? `${tokens[choice]}: ${choice}` : choice)),
    slips: Object.entries(slips).map(([answer, slip]) => ({ answer, slip })),
  }
}

function asked(scene: LectureScene, at: Numbers = {}): AskedQuestion {
  const compiled = compile(scene.program, { open: new Set(), holdsData: true })
  const setting = settingOf(scene.program, compiled, scene.moment, at)
  if (!setting) throw new Error(scene.program)
  const found = askedIn(setting, questionOf(scene))
  if ('says' in found) throw new Error(`${scene.id}: ${found.says}`)
  return found
}

const givenFor = ({ id }: LectureScene, answer: string | number): string =>
  LECTURE_KEYS[id].given?.[answer] ?? String(answer)

const numberIn = (answer: string | number): readonly number[] | null => {
  const found = typeof answer === 'number' ? [answer] : /\[.*\]/.exec(answer)?.[0]
  return found === undefined ? null : entriesOf(typeof found === 'string' ? JSON.parse(found) : found)
}

const threeFigures = (x: number) => String(Number(x.toPrecision(3)))

describe('the questions of the lecture', () => {
  it('are forty-three of fifty scenes, each with a key', () => {
    expect(scenes).toHaveLength(50)
    expect(asking.map(({ id }) => id).sort()).toEqual(Object.keys(LECTURE_KEYS).sort())
  })

  describe.each(asking.map((scene) => [scene.id, scene] as const))('%s', (_, scene) => {
    it('has the lecture’s answer as its key', () => {
      const { right, judge } = asked(scene)
      const numbers = numberIn(scene.answer ?? '')
      if (right.form === 'value' && numbers) {
        const entries = entriesOf(right.value)
        expect(entries).toHaveLength(numbers.length)
        for (const [i, x] of numbers.entries()) expect(entries[i]).toBeCloseTo(x, 12)
      }
      if (numbers && scene.id !== 'recap-four-ways') {
        const texts = [numbers.map(String), numbers.map(threeFigures)]
        const isArray = typeof scene.answer === 'string'
        for (const text of texts)
          expect(judge(isArray ? `[${text.join(', ')}]` : text[0])).toEqual({ verdict: 'right' })
      } else if (typeof scene.answer === 'string') expect(judge(scene.answer)).toEqual({ verdict: 'right' })
    })

    it('takes the answer as a formula', () => {
      const { formula } = LECTURE_KEYS[scene.id]
      if (formula !== undefined) expect(asked(scene).judge(formula)).toEqual({ verdict: 'right' })
    })

    it.each(scene.likelySlips.map(({ answer, slip }) => [String(answer), slip] as const))(
      'tells the slip of %s: %s',
      (answer) => {
        const judgement = asked(scene).judge(givenFor(scene, answer))
        expect(judgement).toMatchObject({ verdict: 'wrong', slip: expect.stringMatching(/\w/) })
      },
    )
  })

  const named = asking.filter(({ id }) => /[a-z]\w*\b(?!\()/.test(LECTURE_KEYS[id].formula ?? ''))

  it.each(named.map((scene) => [scene.id, scene] as const))('%s: its key follows other inputs', (id, scene) => {
    const { inputs } = compile(scene.program)
    const moved = (value: Value): Value => (typeof value === 'number' ? value + 0.375 : value.map(moved))
    const there = asked(scene, Object.fromEntries(inputs.map(({ name, value }) => [name, moved(value)])))
    expect(there.judge(LECTURE_KEYS[id].formula ?? '')).toEqual({ verdict: 'right' })
    expect(there.right).not.toEqual(asked(scene).right)
  })
})
