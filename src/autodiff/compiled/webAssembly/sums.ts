import { F64 } from '../expression.ts'
import { moved, type Place } from '../places.ts'
import { lanesOf, type NestedLoop, type SummingNest } from '../summing.ts'
import type { Addressing, CodeScope } from './addressing.ts'
import { compute, type LaneArithmetic, pairs, scalar } from './arithmetic.ts'

/** Sums that grow side by side in locals. */
const SUMS = 4

/** As many sums at a time as one reading of what they share serves: the loops between sums are outside, those of one sum inside. */
export function writeSums(code: Addressing, nest: SummingNest, scope: CodeScope): void {
  const { step, free, places } = nest
  const lanes = lanesOf(step, free)
  const across = lanes ?? free.reduce((a, b) => (b.count > a.count ? b : a))
  const arithmetic = lanes ? pairs : scalar
  const widths: readonly [number, LaneArithmetic][] = [
    [SUMS, arithmetic],
    [1, arithmetic],
    [1, scalar],
  ]
  const outer = free.filter((loop) => loop !== across)
  code.nested(outer, places, scope, (from, around) => {
    let done = 0
    for (const [sums, by] of widths) {
      const width = sums * by.lanes
      const count = Math.floor((across.count - done) / width)
      if (count === 0) continue
      const shifted = moved(from, (_, i) => done * across.strides[i])
      const loop = { count, strides: across.strides.map((stride) => stride * width) }
      code.nested(count === 1 ? [] : [loop], shifted, around, (within, inner) => {
        writeTile(code, nest, across, within, inner, sums, by)
      })
      done += count * width
    }
  })
}

/** So many sums, from those at the places on. */
function writeTile(
  code: Addressing,
  { step, summed }: SummingNest,
  across: NestedLoop,
  places: readonly Place[],
  scope: CodeScope,
  sums: number,
  arithmetic: LaneArithmetic,
): void {
  const { body } = code
  const shift = (place: Place, i: number, sum: number): Place => ({
    ...place,
    base: place.base + sum * arithmetic.lanes * across.strides[i],
  })
  const locals = Array.from({ length: sums }, () => body.local(arithmetic.type))
  for (const [sum, local] of locals.entries()) {
    code.load(shift(places[0], 0, sum), scope, arithmetic, false)
    body.set(local)
  }
  code.nested(summed, places, scope, (from, around) => {
    const shared = new Map<number, number>()
    const read = (i: number, sum: number): void => {
      const isShared = across.strides[i] === 0
      const known = shared.get(i)
      if (known !== undefined) {
        body.get(known)
        return
      }
      code.load(shift(from[i], i, sum), around, arithmetic, isShared)
      if (!isShared) return
      const local = body.local(arithmetic.type)
      shared.set(i, local)
      body.tee(local)
    }
    for (const [sum, local] of locals.entries()) {
      body.get(local)
      compute(step.value, body, arithmetic, (i) => read(i, sum))
      arithmetic.operation(body, F64.add)
      body.set(local)
    }
  })
  for (const [sum, local] of locals.entries())
    code.store(shift(places[0], 0, sum), scope, arithmetic, () => body.get(local))
}
