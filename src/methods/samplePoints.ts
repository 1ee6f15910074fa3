import type { Input } from '../graph/graph.ts'
import { tensorOf, type Value } from '../primitives/value.ts'
import type { InputPoint } from './typed.ts'

/** How far from the values of the inputs points are drawn, in turn: some functions live in a narrow range, others change their rule far off. */
const SPREADS = [1, 3, 0.3, 0.1]

/** The value at hand, then others around it, the same each time: x + s·max(1, |x|)·u, with u between −1 and 1. */
export function* samplePoints(inputs: readonly Input[], at: InputPoint): Generator<InputPoint> {
  const random = randomFrom(20_260_101)
  yield at
  for (let i = 0; ; i++) {
    const spread = SPREADS[i % SPREADS.length]
    const moved = (value: Value): Value =>
      typeof value === 'number' ? value + spread * Math.max(1, Math.abs(value)) * random() : value.map(moved)
    yield Object.fromEntries(inputs.map(({ name }) => [name, moved(at[name])]))
  }
}

/** The entries of all inputs, one after the other. */
export const inputEntriesAt = (inputs: readonly Input[], at: InputPoint): number[] =>
  inputs.flatMap(({ name }) => Array.from(tensorOf(at[name])?.entries ?? []))

/** Numbers between −1 and 1 (Knuth’s linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}
