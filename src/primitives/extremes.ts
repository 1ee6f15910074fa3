import type { Nary } from './primitive.ts'

/** Each partial looks at all operands, so their number is bounded. A reduction computes all its partials at once. */
export const MOST_OPERANDS = 100

const samples: Nary['samples'] = [
  [1, 2],
  [-3, -4.5],
  [1e-100, -1e-100],
  [5e100, -5e100],
  [2, 7, 1],
  [0.5, -1, 0.25, 0.125],
]

const isWinner = (slot: number, operands: readonly number[], v: number): boolean => operands[slot] === v

/** 1/k where k operands share the extreme value, 0 for the others; NaN where an operand is NaN. */
function winnersShare(slot: number, operands: readonly number[], v: number): number {
  if (Number.isNaN(v)) return Number.NaN
  if (!isWinner(slot, operands, v)) return 0
  return 1 / winnersAmong(operands, v)
}

/** The same for all operands, whose winners are counted once. */
function winnersShares(operands: readonly number[], v: number): number[] {
  if (Number.isNaN(v)) return operands.map(() => Number.NaN)
  const share = 1 / winnersAmong(operands, v)
  return operands.map((operand) => (operand === v ? share : 0))
}

const winnersAmong = (operands: readonly number[], v: number): number =>
  operands.reduce((winners, operand) => winners + (operand === v ? 1 : 0), 0)

/** `where(x1 == v, 1/((x1 == v) + (x2 == v)), 0)` */
function winnersFormula(slot: number, count: number): string {
  const wins = Array.from({ length: count }, (_, i) => `(x${i + 1} == v)`)
  return `where(x${slot + 1} == v, 1/(${wins.join(' + ')}), 0)`
}

const extreme = (
  name: 'max' | 'min',
  words: Pick<Nary, 'aliases' | 'title' | 'meaning'>,
  of: (a: number, b: number) => number,
): Nary => ({
  name,
  ...words,
  group: 'piecewise',
  symbol: name,
  arity: { least: 2, most: MOST_OPERANDS },
  reduces: true,
  value: (operands) => operands.reduce((a, b) => of(a, b)),
  partial: winnersShare,
  partials: winnersShares,
  formula: winnersFormula,
  formulaByEntry: (v, _group, along) => `where(x == ${v}, 1/sum(x == ${v}${along}), 0)`,
  latex: (...operands) => `\\${name}\\left(${operands.join(', ')}\\right)`,
  cost: (count) => ({ value: { calls: count - 1 }, partial: { additions: count - 1, divisions: 1 } }),
  pattern: 'router',
  drops: (slot, operands, v) => !Number.isNaN(v) && !isWinner(slot, operands, v),
  conventions: [
    {
      when: (...operands) =>
        winnersAmong(
          operands,
          operands.reduce((a, b) => of(a, b)),
        ) > 1,
      says: `${name} has a tie here; the winners share its partial 1 equally, by convention.`,
      others: 'JAX and PyTorch share too, TensorFlow gives 1 to the first',
    },
  ],
  samples,
})

export const max = extreme(
  'max',
  {
    aliases: ['maximum'],
    title: 'maximum',
    meaning: 'The largest of its operands; of one array its largest entry, of all or along an axis.',
  },
  Math.max,
)

export const min = extreme(
  'min',
  {
    aliases: ['minimum'],
    title: 'minimum',
    meaning: 'The smallest of its operands; of one array its smallest entry, of all or along an axis.',
  },
  Math.min,
)
