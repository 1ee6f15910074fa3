import type { Graph, NodeIndex, Value } from '../graph/graph.ts'
import { entriesOf } from '../notation/numbers.ts'

/** The entries of an array in row-major order, and which of them are not absent; null where all are there. */
export interface Entries {
  readonly numbers: ArrayLike<number>
  readonly present: ArrayLike<number> | null
}

/** What a node shows: a number, or the entries of an array. */
export type NodeReading = number | Entries

/** A node's reading, of numbers by entry: those of an array are a view, so that reading costs the same for any size. */
export function readingAt(
  { offset, shape, shapes }: Graph,
  node: NodeIndex,
  numbers: Float64Array,
  present: Uint8Array | null = null,
): NodeReading {
  const [from, to] = [offset[node], offset[node + 1]]
  if (shapes[shape[node]].length === 0) return numbers[from]
  return { numbers: numbers.subarray(from, to), present: present?.subarray(from, to) ?? null }
}

export const readingOf = (value: Value): NodeReading =>
  typeof value === 'number' ? value : { numbers: entriesOf(value), present: null }

export const isEntries = (reading: NodeReading | 'absent' | null): reading is Entries =>
  typeof reading === 'object' && reading !== null

/** Whether two readings look the same. */
export function sameReading(a: NodeReading | 'absent' | null, b: NodeReading | 'absent' | null): boolean {
  if (!isEntries(a) || !isEntries(b)) return Object.is(a, b)
  return sameNumbers(a.numbers, b.numbers) && samePresence(a.present, b.present)
}

const samePresence = (a: Entries['present'], b: Entries['present']) =>
  a === b || (a !== null && b !== null && sameNumbers(a, b))

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return true
}
