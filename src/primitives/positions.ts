import { free } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Cost, Nary, Primitive } from './primitive.ts'
import { ONE_ARRAY, someEntries } from './reductions.ts'

/** A whole number that is found among the entries: it jumps, so that no derivative passes. */
const step = (
  words: Pick<Nary, 'name' | 'title' | 'meaning' | 'symbol' | 'definition'>,
  value: Nary['value'],
  cost: (count: number) => Cost,
): Nary => ({
  ...words,
  group: 'arrays',
  arity: ONE_ARRAY,
  reduces: true,
  value,
  partial: () => 0,
  formula: () => '0',
  formulaByEntry: () => '0',
  latex: operatorName(words.name.replaceAll('_', '\\_')),
  cost: (count) => ({ value: cost(count), partial: free }),
  drops: () => true,
  conventions: [{ when: () => true, says: `${words.name} is a step: no derivative passes through it, by convention.` }],
  samples: someEntries,
})

const comparisons = (count: number): Cost => ({ additions: count - 1 })

/** The place of the first entry that no other beats; a NaN beats all. */
function placeOf(entries: readonly number[], beats: (a: number, b: number) => boolean): number {
  let best = 0
  for (const [i, x] of entries.entries()) {
    if (Number.isNaN(x)) return i
    if (beats(x, entries[best])) best = i
  }
  return best
}

const argmax = step(
  {
    name: 'argmax',
    title: 'place of the maximum',
    meaning:
      'Where the largest entry stands, counted from 0; of several the first. Of all entries row by row, or along an axis.',
    symbol: 'argmax',
  },
  (entries) => placeOf(entries, (a, b) => a > b),
  comparisons,
)

const argmin = step(
  {
    name: 'argmin',
    title: 'place of the minimum',
    meaning:
      'Where the smallest entry stands, counted from 0; of several the first. Of all entries row by row, or along an axis.',
    symbol: 'argmin',
  },
  (entries) => placeOf(entries, (a, b) => a < b),
  comparisons,
)

const isTrue = (x: number): boolean => x !== 0

const any = step(
  { name: 'any', title: 'any', meaning: '1 where an entry is not 0, and 0 where all are 0.', symbol: 'any' },
  (entries) => (entries.some(isTrue) ? 1 : 0),
  (count) => ({ additions: count }),
)

const all = step(
  { name: 'all', title: 'all', meaning: '1 where no entry is 0, and 0 where one is.', symbol: 'all' },
  (entries) => (entries.every(isTrue) ? 1 : 0),
  (count) => ({ additions: count }),
)

const countNonzero = step(
  { name: 'count_nonzero', title: 'count of nonzeros', meaning: 'How many entries are not 0.', symbol: '#≠0' },
  (entries) => entries.filter(isTrue).length,
  (count) => ({ additions: count }),
)

export const positions: readonly Primitive[] = [argmax, argmin, any, all, countNonzero]
