import type { Primal } from '../autodiff/pass.ts'
import { primalFrom } from '../autodiff/primal.ts'
import { type Seed, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'

/** What becomes of every value when one entry of an input is nudged: by entry. */
export interface Nudged {
  readonly by: number
  /** v̇ times the nudge. */
  readonly predicted: Float64Array
  /** The new value minus the old one. */
  readonly actual: Float64Array
  /** 1 where the input acts: elsewhere both are 0. */
  readonly present: Uint8Array
}

/** The change that a derivative predicts, beside the one that happens. */
export function nudged(pass: Primal, seed: Seed, by: number): Nudged {
  const { graph, values } = pass
  const start = values.slice()
  start[graph.offset[seed.node] + seed.entry] += by
  const after = primalFrom(graph, start).values
  const { numbers, present } = tangent(pass, unitSeed(graph, seed))
  return {
    ...{ by, present },
    predicted: numbers.map((derivative, entry) => (present[entry] ? derivative * by : 0)),
    // An infinity that stays has not changed.
    actual: after.map((value, entry) => (value === values[entry] ? 0 : value - values[entry])),
  }
}
