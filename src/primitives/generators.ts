import { grouped } from '../language/words.ts'
import type { Fixed, Generator } from './arrayPrimitive.ts'
import { named, shapeIn, wholeNumber } from './attributes.ts'
import { Normal, Uniform } from './random.ts'
import { type Shape, sizeOf } from './shape.ts'
import { nested, type Value } from './value.ts'

/** Entries that one call may make. */
const MOST_ENTRIES = 1_000_000

/** The shape and the rest that a call gives; a sentence where it makes no sense. */
interface Order {
  readonly shape: Shape
  readonly rest: ReadonlyMap<string, Value>
}

/** A generator whose first operand is a shape: `zeros(2, 3)`, `zeros([2, 3])`. */
const shaped = (
  words: Pick<Generator, 'name' | 'title' | 'meaning' | 'usage'>,
  others: readonly string[],
  entries: (size: number, rest: ReadonlyMap<string, Value>) => Iterable<number> | string,
): Generator => ({
  ...words,
  value: (fixed) => {
    const order = orderOf(words.usage, others, fixed)
    if (typeof order === 'string') return order
    const made = entries(sizeOf(order.shape), order.rest)
    return typeof made === 'string' ? made : nested(order.shape, Float64Array.from(made))
  },
})

function orderOf(usage: string, others: readonly string[], fixed: Fixed): Order | string {
  const rest = named(usage, ['shape', ...others], fixed)
  if (typeof rest === 'string') return rest
  const given = rest.get('shape')
  if (given === undefined) return `What shape? Write ${usage}.`
  const shape = shapeIn(given)
  if (typeof shape === 'string') return shape
  return sizeOf(shape) <= MOST_ENTRIES ? { shape, rest } : tooMany(sizeOf(shape))
}

const tooMany = (size: number): string =>
  `That would be ${grouped(size)} numbers; at most ${grouped(MOST_ENTRIES)} can be made at once.`

/** As many numbers as asked for, each by its place. */
const repeated = (size: number, entry: (place: number) => number): Float64Array =>
  new Float64Array(size).map((_, place) => entry(place))

function number(value: Value | undefined, name: string): number | string {
  return typeof value === 'number' ? value : `${name} must be a number.`
}

/** Numbers drawn one after the other, reproducibly. */
const drawn = (size: number, rest: ReadonlyMap<string, Value>, from: (seed: number) => { next(): number }) => {
  const seed = wholeNumber(rest.get('seed') ?? 0, 'seed')
  if (typeof seed === 'string') return seed
  const source = from(seed)
  return repeated(size, () => source.next())
}

const zeros = shaped(
  { name: 'zeros', title: 'zeros', meaning: 'An array of zeros.', usage: 'zeros([2, 3])' },
  [],
  (size) => new Float64Array(size),
)

const ones = shaped({ name: 'ones', title: 'ones', meaning: 'An array of ones.', usage: 'ones([2, 3])' }, [], (size) =>
  repeated(size, () => 1),
)

const full = shaped(
  { name: 'full', title: 'full', meaning: 'An array of one number throughout.', usage: 'full([2, 3], value)' },
  ['value'],
  (size, rest) => {
    const value = number(rest.get('value'), 'value')
    return typeof value === 'string' ? value : repeated(size, () => value)
  },
)

const randn = shaped(
  {
    name: 'randn',
    title: 'normal random numbers',
    meaning: 'Standard normal numbers to four decimals, the same for the same seed on every machine.',
    usage: 'randn([2, 3], seed)',
  },
  ['seed'],
  (size, rest) => drawn(size, rest, (seed) => new Normal(seed)),
)

const rand = shaped(
  {
    name: 'rand',
    title: 'uniform random numbers',
    meaning: 'Numbers between 0 and 1 to four decimals, the same for the same seed on every machine.',
    usage: 'rand([2, 3], seed)',
  },
  ['seed'],
  (size, rest) => drawn(size, rest, (seed) => new Uniform(seed)),
)

const eye: Generator = {
  name: 'eye',
  title: 'identity matrix',
  meaning: 'The square matrix with ones on its diagonal and zeros elsewhere.',
  usage: 'eye(3)',
  value: (fixed) => {
    const given = named('eye(3)', ['n'], fixed)
    if (typeof given === 'string') return given
    const n = count(given.get('n'), 'n')
    if (typeof n === 'string') return n
    if (n * n > MOST_ENTRIES) return tooMany(n * n)
    return nested(
      [n, n],
      repeated(n * n, (place) => (place % (n + 1) === 0 ? 1 : 0)),
    )
  },
}

const arange: Generator = {
  name: 'arange',
  title: 'range',
  meaning: 'The whole numbers from 0 up to, but without, n.',
  usage: 'arange(5)',
  value: (fixed) => {
    const given = named('arange(5)', ['n'], fixed)
    if (typeof given === 'string') return given
    const n = count(given.get('n'), 'n')
    return typeof n === 'string' ? n : [...repeated(n, (place) => place)]
  },
}

const linspace: Generator = {
  name: 'linspace',
  title: 'evenly spaced numbers',
  meaning: 'Numbers from a to b at even distances, both included.',
  usage: 'linspace(a, b, n)',
  value: (fixed) => {
    const given = named('linspace(a, b, n)', ['a', 'b', 'n'], fixed)
    if (typeof given === 'string') return given
    const [a, b] = [number(given.get('a'), 'a'), number(given.get('b'), 'b')]
    const n = count(given.get('n'), 'n')
    if (typeof a === 'string' || typeof b === 'string' || typeof n === 'string')
      return [a, b, n].find((read) => typeof read === 'string') as string
    // At the last place b itself, which a + (b − a) may miss by a rounding.
    return [...repeated(n, (place) => (place > 0 && place === n - 1 ? b : a + ((b - a) * place) / Math.max(1, n - 1)))]
  },
}

/** How many entries along an axis. */
function count(value: Value | undefined, name: string): number | string {
  if (value === undefined) return `${name} must be a whole number.`
  const n = wholeNumber(value, name)
  if (typeof n === 'string') return n
  if (n < 1) return `${name} must be at least 1, and ${n} is not.`
  return n > MOST_ENTRIES ? tooMany(n) : n
}

export const generators: readonly Generator[] = [zeros, ones, full, eye, arange, linspace, rand, randn]
