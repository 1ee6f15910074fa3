import { type EdgeIndex, PLAIN } from '../graph/graph.ts'
import { moving, Runs } from '../primitives/loops.ts'
import type { Walk, Wiring } from '../primitives/wiring.ts'
import type { Mode, Primal } from './pass.ts'
import { isLive, partialsOf, wiringOf } from './sweep.ts'

const runs = new Runs()

/** How many terms of an edge meet a derivative that is present, over all passes of the words. */
export function reachedTerms(primal: Primal, mode: Mode, edge: EdgeIndex, words: ArrayLike<number>): number {
  const { graph, live } = primal
  const { consumer, operand, offset, plan, firstPartial } = graph
  const source = offset[mode === 'forward' ? operand[edge] : consumer[edge]]
  if (plan[consumer[edge]] === PLAIN) return live[firstPartial[edge]] ? bits(words[source]) : 0
  if (!isLive(primal, edge)) return 0
  const wiring = wiringOf(primal, edge)
  const { live: someLive, from } = partialsOf(primal, edge)
  const walk = mode === 'forward' ? wiring.column : wiring.row
  if (someLive) return turnsWhere(wiring, walk, source, words, { live: someLive, from })
  return bitsAlong(wiring.extents, walk, source, words)
}

/** Loops that do not move the walk repeat what the others count. */
function bitsAlong(extents: readonly number[], walk: Walk, from: number, words: ArrayLike<number>): number {
  const repeats = extents.reduce((product, extent, loop) => (walk.strides[loop] === 0 ? product * extent : product), 1)
  const own = moving(extents, walk)
  let count = 0
  runs.begin(own.extents, own.walk, own.walk)
  do {
    for (let turn = 0, a = from + runs.a; turn < runs.length; turn++, a += runs.stepA) count += bits(words[a])
  } while (runs.next())
  return count * repeats
}

/** Which partials of an edge are live, from a place on. */
interface LivePartials {
  readonly live: Uint8Array
  readonly from: number
}

/** How many turns meet a live partial and what is present, over all passes of the words. */
export function turnsWhere(
  { extents, partial }: Wiring,
  walk: Walk,
  from: number,
  words: ArrayLike<number>,
  { live, from: first }: LivePartials,
): number {
  let count = 0
  runs.begin(extents, walk, partial)
  const { length, stepA, stepB } = runs
  do {
    let a = from + runs.a
    let b = first + runs.b
    for (let turn = 0; turn < length; turn++, a += stepA, b += stepB) if (live[b]) count += bits(words[a])
  } while (runs.next())
  return count
}

/** How many bits of a word are set (Warren, Hacker's Delight, 2002, section 5-1). */
export function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
