import { count } from '../../../../language/words.ts'
import type { Rival } from '../../../../methods/linear/eliminationOrders.ts'

/** How near a finished game came to the best order, or to the best that is known. */
export function eliminationVerdict(multiplications: number, rivals: readonly Rival[]): string {
  const best = rivals.find(({ name }) => name === 'Best')?.multiplications ?? null
  if (best !== null)
    return multiplications === best
      ? 'No order takes fewer.'
      : `The best order takes ${best}: ${count(multiplications - best, 'multiplication')} fewer.`
  const known = Math.min(...rivals.flatMap((rival) => rival.multiplications ?? []))
  if (multiplications < known)
    return `Fewer than any order listed here: ${count(known - multiplications, 'multiplication')} less.`
  return multiplications === known
    ? 'As few as the best order listed here.'
    : `The best order listed here takes ${known}: ${count(multiplications - known, 'multiplication')} fewer.`
}
