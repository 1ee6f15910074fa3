import { PROGRAM } from './belonging.ts'
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
export type Kept = ValueOf<typeof KEPT>

export const beside = {
  /** The program whose graph stands beside that of the page, at the same step; null where none does. */
  beside: asItIs('beside', KEPT, PROGRAM, null),
}
