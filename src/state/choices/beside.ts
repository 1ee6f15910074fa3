import type { Belonging } from './belonging.ts'
import { asItIs } from './choice.ts'
import { fieldsOf, type ValueOf } from './form.ts'
import { graph, program, reading } from './graph.ts'

/** What makes a graph, as links say it. */
const FIELDS = {
  ...program.source.link?.fields,
  ...graph.unrolled.link?.fields,
  ...graph.data.link?.fields,
  ...graph.open.link?.fields,
  ...graph.shareSubexpressions.link?.fields,
  ...reading.reading.link?.fields,
  ...reading.point.link?.fields,
}
const KEPT = fieldsOf(FIELDS)
export const KEPT_FIELDS = Object.keys(FIELDS)

/** A program, and how its graph is built. */
export type KeptProgram = ValueOf<typeof KEPT>

/** A link to a program has it all; one without may set another program beside that of the page. */
const BESIDE: Belonging = {
  isSaid: () => true,
  isDecided: ({ program, beside }) => program !== undefined || beside !== undefined,
}

export const beside = {
  /** The program whose graph stands beside that of the page, at the same step; null where none does. */
  beside: asItIs('beside', KEPT, BESIDE, null),
}
