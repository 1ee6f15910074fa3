import { axisText, keptAxisText } from './formulaText.ts'
import { operatorName } from './latex.ts'
import { share } from './powers.ts'
import type { Nary, Primitive } from './primitive.ts'
import { ONE_ARRAY, someEntries, total } from './reductions.ts'
import { groupOf } from './shape.ts'

/** How far each entry is from their mean. */
function deviations(entries: readonly number[]): number[] {
  const mean = total(entries) / entries.length
  return entries.map((x) => x - mean)
}

const sumOfSquares = (entries: readonly number[]): number => total(deviations(entries).map((d) => d * d))

/** Of n entries divided by n, or by n − 1 where they are a sample whose mean is not known. */
interface Divisor {
  readonly ddof: 0 | 1
  readonly of: string
}

const POPULATION: Divisor = { ddof: 0, of: 'their number' }
const SAMPLE: Divisor = { ddof: 1, of: 'their number less 1, as of a sample' }

const varies: Nary['samples'] = someEntries.filter(({ length }) => length > 1)

type Words = Pick<Nary, 'name' | 'aliases' | 'title' | 'symbol' | 'fixes' | 'variant'>

/** Σ (x − mean)²/(n − ddof), in two passes, so that nothing cancels. */
const variance = (words: Words, { ddof, of }: Divisor): Nary => ({
  ...words,
  meaning: `The mean square distance of the entries from their mean, of all or along an axis: their squares divided by ${of}.`,
  group: 'arrays',
  arity: ONE_ARRAY,
  reduces: true,
  value: (entries) => sumOfSquares(entries) / (entries.length - ddof),
  partial: (slot, entries) => (2 * deviations(entries)[slot]) / (entries.length - ddof),
  partials: (entries) => deviations(entries).map((d) => (2 * d) / (entries.length - ddof)),
  formula: (slot, count) => `2*(x${slot + 1} - (${namesOf(count)})/${count})/${count - ddof}`,
  formulaByEntry: (_v, group, along) => `2*(x - mean(x${along}))/${group - ddof}`,
  definition: ([shape], attributes) =>
    `sum((x - mean(x${keptAxisText(attributes)}))^2${axisText(attributes)})/${groupOf(shape, attributes) - ddof}`,
  latex: operatorName(words.name),
  cost: (count) => ({
    value: { additions: 3 * count - 2, multiplications: count, divisions: 2 },
    partial: { additions: 1, multiplications: 1, divisions: 1 },
  }),
  samples: varies,
})

const namesOf = (count: number): string => Array.from({ length: count }, (_, i) => `x${i + 1}`).join(' + ')

/** The root of the variance. */
const deviation = (words: Words, { ddof, of }: Divisor): Nary => ({
  ...words,
  meaning: `The root of the variance of the entries, of all or along an axis; squares are divided by ${of}.`,
  group: 'arrays',
  arity: ONE_ARRAY,
  reduces: true,
  value: (entries) => Math.sqrt(sumOfSquares(entries) / (entries.length - ddof)),
  partial: (slot, entries, v) => share(deviations(entries)[slot] / (entries.length - ddof), v),
  partials: (entries, v) => deviations(entries).map((d) => share(d / (entries.length - ddof), v)),
  formula: (slot, count) => `(x${slot + 1} - (${namesOf(count)})/${count})/(${count - ddof}*v)`,
  formulaByEntry: (v, group, along) => `(x - mean(x${along}))/(${group - ddof}*${v})`,
  // By norm, which has the same kink.
  definition: ([shape], attributes) =>
    `norm(x - mean(x${keptAxisText(attributes)})${axisText(attributes)})/sqrt(${groupOf(shape, attributes) - ddof})`,
  latex: operatorName(words.name),
  cost: (count) => ({
    value: { additions: 3 * count - 2, multiplications: count, divisions: 2, calls: 1 },
    partial: { additions: 1, divisions: 2 },
  }),
  conventions: [
    {
      when: (...entries) => entries.every((x) => x === entries[0]),
      says: `${words.name} has a kink where all entries are equal; its partials there are 0, by convention.`,
      others: 'PyTorch 0, JAX NaN',
    },
  ],
  samples: varies,
})

const fixing = (name: string): Nary['fixes'] => ({
  usage: `${name}(x, axis=0, ddof=0, keepdims=True)`,
  names: ['axis', 'ddof', 'keepdims'],
})

const samplevar = variance({ name: 'samplevar', title: 'sample variance', symbol: 'var' }, SAMPLE)
const samplestd = deviation({ name: 'samplestd', title: 'sample standard deviation', symbol: 'std' }, SAMPLE)

const variance0: Nary = variance(
  {
    ...{ name: 'var', title: 'variance', symbol: 'var', fixes: fixing('var') },
    variant: ({ ddof }) => (ddof === 1 ? 'samplevar' : 'var'),
  },
  POPULATION,
)

const deviation0: Nary = deviation(
  {
    ...{ name: 'std', title: 'standard deviation', symbol: 'std', fixes: fixing('std') },
    variant: ({ ddof }) => (ddof === 1 ? 'samplestd' : 'std'),
  },
  POPULATION,
)

export const spreads: readonly Primitive[] = [variance0, deviation0, samplevar, samplestd]
