import { INPUT, type NodeIndex } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import { grouped } from '../../language/words.ts'
import type { Sheet, SheetCell } from '../../notation/sheet.ts'
import { nodeSymbol, numberBeside, readerName } from '../../notation/symbols.ts'
import { finalAt } from '../../trace/frame.ts'
import { narrate, type StepMaths } from '../../trace/narration/index.ts'
import type { Pass } from '../../trace/pass.ts'
import { named, numbered, word } from '../../trace/sheets.ts'
import { isNumberHidden } from '../../trace/withheld.ts'
import { countsPart, type PassPlan, passPlan, programParts, type Solution, subjectOf } from './solution.ts'
import { resultParts, traceParts } from './trace.ts'
import { type DocumentPart, inTurn, type Pausing, type StepPart, type WrittenDocument } from './writtenDocument.ts'

/** Steps of all passes together: more would be read by nobody, and take long to write. */
const MOST_STEPS = 2000

/** The trace and the derivatives that it leads to. */
export const traceDocument = (solution: Solution): WrittenDocument => ({
  title: `Evaluation trace: ${subjectOf(solution)}`,
  parts: [...programParts(solution), ...traceParts(solution), ...resultParts(solution), ...countsPart(solution)],
  link: solution.link,
})

/** The whole worked solution: every step of every pass, the trace that they fill, and the derivatives at the end. */
export const workedSolution = async (solution: Solution, rest: Pausing): Promise<WrittenDocument> => ({
  title: `Worked solution: ${subjectOf(solution)}`,
  parts: [
    ...programParts(solution),
    ...(await stepParts(solution, MOST_STEPS, rest)),
    ...traceParts(solution),
    ...resultParts(solution),
    ...countsPart(solution),
  ],
  link: solution.link,
})

/** Every step of every pass, as far as there is room for so many. */
export async function stepParts(solution: Solution, most: number, rest: Pausing): Promise<DocumentPart[]> {
  const { plan, omitted } = passPlan(solution, most)
  const parts = await inTurn(plan.flatMap(making), (make) => make(), rest)
  return omitted === null ? parts : [...parts, { kind: 'paragraph', text: omitted }]
}

/** What makes the parts of a pass, one by one. */
const making = ({ pass, title, steps }: PassPlan): (() => DocumentPart)[] => [
  () => ({ kind: 'heading', level: 2, text: title }),
  () => ({ kind: 'paragraph', text: narrate({ pass, step: 0, term: 0 }).sentence }),
  ...Array.from({ length: steps }, (_, step) => () => stepPart(pass, step)),
]

const LINES: readonly (readonly [label: string, of: keyof StepMaths])[] = [
  ['Rule', 'rule'],
  ['With its partials', 'formula'],
  ['With numbers', 'numbers'],
  ['Result', 'sum'],
]

function stepPart(pass: Pass, step: number): StepPart {
  const { sentence, maths, notes } = narrate({ pass, step: step + 1, term: 0 })
  return {
    kind: 'step',
    title: `Step ${grouped(step + 1)}: ${called(pass, step)}`,
    sentence,
    // Of a number that is given, the sentence says all.
    lines: LINES.flatMap(([label, of]) => {
      const line = isGiven(pass, pass.steps[step]) ? null : maths?.[of]
      return line ? [{ label, latex: line.latex }] : []
    }),
    notes: notes.map(({ text }) => text),
  }
}

const isGiven = ({ kind, primal: { graph } }: Pass, node: NodeIndex): boolean =>
  kind === 'primal' && graph.op[node] === INPUT && entryCount(graph, node) === 1

/** z₁ (v₃) */
function called({ primal: { graph }, steps }: Pass, step: number): string {
  const number = numberBeside(graph, steps[step])
  return nodeSymbol(graph, steps[step]) + (number === null ? '' : ` (${number})`)
}

const STEP_HEAD = ['pass', 'step', 'node', 'number', 'sentence', 'rule', 'with its partials', 'with numbers', 'result']

/** The steps as data: a row for each, formulas as they are said. */
export async function stepSheet(solution: Solution, rest: Pausing): Promise<Sheet> {
  const { plan } = passPlan(solution, MOST_STEPS)
  const steps = plan.flatMap((each) => Array.from({ length: each.steps }, (_, step) => [each, step] as const))
  return { head: STEP_HEAD.map(word), rows: await inTurn(steps, stepRow, rest), words: 3 }
}

function stepRow([{ pass, title }, step]: readonly [PassPlan, number]): SheetCell[] {
  const { sentence, maths } = narrate({ pass, step: step + 1, term: 0 })
  const node = pass.steps[step]
  const number = { value: finalAt(pass, node), absent: false, isTold: !isNumberHidden(pass, node) }
  return [
    ...[title, String(step + 1)].map(word),
    named(readerName(pass.primal.graph, node) ?? ''),
    numbered(number),
    ...[sentence, ...LINES.map(([, of]) => maths?.[of]?.speech ?? '')].map(word),
  ]
}
