import { canMeet, inLoop, type Place } from './places.ts'
import type { CompiledStep, StepLoop } from './structure.ts'
import { fitsPairs } from './webAssembly/arithmetic.ts'

/** One of several loops within each other. */
export interface NestedLoop {
  readonly count: number
  /** By place, in bytes. */
  readonly strides: readonly number[]
}

/** Loops that add to sums: those that go from sum to sum, which may be taken in any order, and those that add to one. */
export interface SummingNest {
  readonly step: CompiledStep
  readonly free: readonly NestedLoop[]
  /** In their order, since sums are rounded as they grow. */
  readonly summed: readonly NestedLoop[]
  readonly places: readonly Place[]
}

/** A nest with a single step that adds to several sums, several times to each; null if it is another. `around` are the turns of the loops around it. */
export function loopsOfSum(loop: StepLoop, places: readonly Place[], around: readonly number[]): SummingNest | null {
  const loops: NestedLoop[] = []
  let at = loop
  let within = places
  for (;;) {
    loops.push({ count: at.count, strides: at.strides })
    within = inLoop(within, at.strides)
    if (at.body.length !== 1) return null
    const [inner] = at.body
    if (inner.kind === 'loop') {
      at = inner
      continue
    }
    if (inner.kind !== 'step' || !inner.adds || inner.guards > 0 || inner.marks || !fitsPairs(inner.value)) return null
    const free = loops.filter(({ strides }) => strides[0] !== 0)
    const summed = loops.filter(({ strides }) => strides[0] === 0)
    if (free.length === 0 || summed.length === 0) return null
    // The order among sums is free only where none reads another.
    const counts = [...around, ...loops.map(({ count }) => count)]
    const [target, ...read] = within
    if (read.some((place) => canMeet(target, place, counts, around.length))) return null
    return { step: inner, free, summed, places }
  }
}

/** The loop along which two sums stand next to each other, and what they add does too or is one number; null if none. */
export const lanesOf = ({ reads }: CompiledStep, free: readonly NestedLoop[]): NestedLoop | null =>
  free.find(
    ({ count, strides }) =>
      count > 1 && strides[0] === 8 && strides.slice(1, 1 + reads).every((stride) => stride === 8 || stride === 0),
  ) ?? null
