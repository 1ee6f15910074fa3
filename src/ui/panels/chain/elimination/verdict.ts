import type { Rival } from '../../../../methods/linear/eliminationOrders.ts'
import { counting } from '../../../kit/derivative/counts.ts'

/** How near a finished game came to the best order, or to the best that is known. */
export function verdict(multiplications: number, rivals: readonly Rival[]): string {
  const best = rivals.find(({ name }) => name === 'Best')?.multiplications ?? null
  if (best !== null)
    return multiplications === best
      ? 'No order takes fewer.'
      : `The best order takes ${best}: ${counting(multiplications - best, 'multiplication')} fewer.`
  const known = Math.min(...rivals.flatMap((rival) => rival.multiplications ?? []))
  if (multiplications < known)
    return `Fewer than any order listed here: ${counting(known - multiplications, 'multiplication')} less.`
  return multiplications === known
    ? 'As few as the best order listed here.'
    : `The best order listed here takes ${known}: ${counting(multiplications - known, 'multiplication')} fewer.`
}
