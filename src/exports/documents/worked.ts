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
import { inTurn, type Part, type Rest, type StepPart, type WrittenDocument } from './writtenDocument.ts'

/** Steps of all passes together: more would be read by nobody, and take long to write. */
export const MOST_STEPS = 2000

/** The trace and the derivatives that it leads to. */
export const traceDocument = (solution: Solution): WrittenDocument => ({
  title: `Evaluation trace: ${subjectOf(solution)}`,
  parts: [...programParts(solution), ...traceParts(solution), ...resultParts(solution), ...countsPart(solution)],
  link: solution.link,
})

/** The whole worked solution: every step of every pass, the trace that they fill, and the derivatives at the end. */
export async function workedSolution(solution: Solution, rest: Rest): Promise<WrittenDocument> {
  const { plan, omitted } = passPlan(solution, MOST_STEPS)
  return {
    title: `Worked solution: ${subjectOf(solution)}`,
    parts: [
      ...programParts(solution),
      ...(await inTurn(plan.flatMap(making), (make) => make(), rest)),
      ...(omitted === null ? [] : [{ kind: 'paragraph', text: omitted } as const]),
      ...traceParts(solution),
      ...resultParts(solution),
      ...countsPart(solution),
    ],
    link: solution.link,
  }
}

/** What makes the parts of a pass, one by one. */
const making = ({ pass, title, steps }: PassPlan): (() => Part)[] => [
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
    lines: LINES.flatMap(([label, of]) => {
      const line = maths?.[of]
      return line ? [{ label, latex: line.latex }] : []
    }),
    notes: notes.map(({ text }) => text),
  }
}

/** z₁ (v₃) */
function called({ primal: { graph }, steps }: Pass, step: number): string {
  const number = numberBeside(graph, steps[step])
  return nodeSymbol(graph, steps[step]) + (number === null ? '' : ` (${number})`)
}

const STEP_HEAD = ['pass', 'step', 'node', 'number', 'sentence', 'rule', 'with its partials', 'with numbers', 'result']

/** The steps as data: a row for each, formulas as they are said. */
export async function stepSheet(solution: Solution, rest: Rest): Promise<Sheet> {
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
