import { axisText } from './formulaText.ts'
import type { Nary, Primitive } from './primitive.ts'
import { enclosed, ONE_ARRAY, someEntries, total } from './reductions.ts'

const largestSize = (entries: readonly number[]): number => entries.reduce((most, x) => Math.max(most, Math.abs(x)), 0)

const norm1: Nary = {
  name: 'norm1',
  title: 'sum norm',
  meaning: 'The sum of the absolute values: the norm of order 1.',
  group: 'arrays',
  symbol: '‖x‖₁',
  arity: ONE_ARRAY,
  reduces: true,
  value: (entries) => total(entries.map(Math.abs)),
  partial: (slot, entries) => Math.sign(entries[slot]),
  formula: (slot) => `sign(x${slot + 1})`,
  formulaByEntry: () => 'sign(x)',
  definition: (_shapes, attributes) => `sum(abs(x)${axisText(attributes)})`,
  latex: enclosed('_{1}'),
  cost: (count) => ({ value: { additions: count - 1, calls: count }, partial: { calls: 1 } }),
  conventions: [
    {
      when: (...entries) => entries.includes(0),
      says: 'norm1 has a kink where an entry is 0; its partial by that entry is 0, by convention.',
      others: 'PyTorch 0, JAX 1',
    },
  ],
  samples: someEntries,
}

/** How many entries are as large as the largest. */
const winnersAmong = (entries: readonly number[], v: number): number => entries.filter((x) => Math.abs(x) === v).length

const norminf: Nary = {
  name: 'norminf',
  title: 'maximum norm',
  meaning: 'The largest absolute value: the norm of order inf.',
  group: 'arrays',
  symbol: '‖x‖∞',
  arity: ONE_ARRAY,
  reduces: true,
  value: largestSize,
  partial: (slot, entries, v) => norminfByEach(entries, v)[slot],
  partials: norminfByEach,
  formula: (slot, count) => {
    const wins = Array.from({ length: count }, (_, i) => `(abs(x${i + 1}) == v)`)
    return `where(abs(x${slot + 1}) == v, sign(x${slot + 1})/(${wins.join(' + ')}), 0)`
  },
  formulaByEntry: (v, _group, along) => `where(abs(x) == ${v}, sign(x)/sum(abs(x) == ${v}${along}), 0)`,
  definition: (_shapes, attributes) => `max(abs(x)${axisText(attributes)})`,
  latex: enclosed('_{\\infty}'),
  cost: (count) => ({
    value: { calls: 2 * count - 1 },
    partial: { additions: count - 1, divisions: 1, calls: 1 },
  }),
  pattern: 'router',
  drops: (slot, entries, v) => !Number.isNaN(v) && Math.abs(entries[slot]) !== v,
  conventions: [
    {
      when: (...entries) => winnersAmong(entries, largestSize(entries)) > 1,
      says: 'norminf has a tie here; the winners share its partial equally, by convention.',
      others: 'JAX and PyTorch share too',
    },
    {
      when: (...entries) => largestSize(entries) === 0,
      says: 'norminf has a kink at 0; its partials there are 0, by convention.',
    },
  ],
  samples: someEntries,
}

function norminfByEach(entries: readonly number[], v: number): number[] {
  if (Number.isNaN(v)) return entries.map(() => v)
  const winners = winnersAmong(entries, v)
  return entries.map((x) => (Math.abs(x) === v ? Math.sign(x) / winners : 0))
}

export const norms: readonly Primitive[] = [norm1, norminf]
