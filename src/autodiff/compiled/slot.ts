import type { Graph } from '../../graph/graph.ts'

/** Where the numbers of one gradient stand, in bytes from its start: those of the tape's arrays, one array after another. */
export interface SlotLayout {
  readonly values: number
  readonly adjoints: number
  readonly partials: number
  readonly live: number
  readonly present: number
  /** Of all of them. */
  readonly bytes: number
}

/** Loads of two numbers at a time are fastest at such distances. */
const EVEN = 16

/** `keeps` says whether there are partials that the plain tape keeps. */
export function layoutOf({ offset, size, firstPartial, operand }: Graph, keeps: boolean): SlotLayout {
  const entries = offset[size]
  const kept = keeps ? firstPartial[operand.length] : 0
  let bytes = 0
  const take = (length: number) => {
    const from = bytes
    bytes += Math.ceil(length / EVEN) * EVEN
    return from
  }
  const [values, adjoints, partials] = [take(8 * entries), take(8 * entries), take(8 * kept)]
  const [live, present] = [take(kept), take(entries)]
  return { values, adjoints, partials, live, present, bytes }
}
