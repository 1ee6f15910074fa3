import type { Shape } from '../../graph/graph.ts'
import { nested } from '../../primitives/value.ts'
import type { RightAnswer } from '../questions/judgement.ts'
import type { Key, NumberSlip } from './key.ts'
import { noKey } from './noKey.ts'

/** Entries of an answer: nobody writes more. */
export const MOST_ANSWERED = 4096

/** An array, or a number, as the right answer. */
export function rightValue(entries: ArrayLike<number>, shape: Shape, what: string): RightAnswer {
  if (entries.length > MOST_ANSWERED) noKey(`${what} has too many entries to be asked for.`)
  if (!Array.from(entries).every(Number.isFinite)) noKey(`${what} is not finite at this point.`)
  return { form: 'value', value: nested(shape, entries) }
}

/** A count, its likely slips, and the hints. */
export function countKey(count: number, slips: Iterable<readonly [number, string]>, ...hints: readonly string[]): Key {
  let counted: readonly NumberSlip[] | null = null
  return {
    right: { form: 'value', value: count },
    slips: () => {
      counted ??= Array.from(slips, slipOfCount)
      return counted
    },
    hints: () => hints,
  }
}

const slipOfCount = ([count, slip]: readonly [number, string]): NumberSlip => ({
  answer: { shape: [], entries: Float64Array.of(count) },
  slip,
})
