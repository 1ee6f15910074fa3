import { primitives } from '../src/primitives/index.ts'
import type { Primitive } from '../src/primitives/primitive.ts'
import { evaluatorOf } from './evaluate.ts'
import { entriesOf } from './nested.ts'
import { big } from './oracle.ts'

export type Range = readonly [least: number, most: number]

/** A way to write a primitive, with operands from ranges in which it is smooth, far from kinks, jumps and borders. */
export interface Application {
  readonly primitive: string
  readonly operands: readonly Range[]
  readonly write: (...operands: string[]) => string
  /** Where its values lie. */
  readonly values: Range
}

export const bracketed = (text: string): string => (/^[\w.]+$/.test(text) ? text : `(${text})`)

/** What is monotone or turns seldom lies within a tenth around its values at a few points. */
function valuesOf(write: Application['write'], operands: readonly Range[]): Range {
  const steps = operands.length === 1 ? 8 : 2
  const names = operands.map((_, i) => `x${i}`)
  const evaluate = evaluatorOf(`y = ${write(...names)}`)
  let points: number[][] = [[]]
  for (const [least, most] of operands)
    points = points.flatMap((point) =>
      Array.from({ length: steps + 1 }, (_, i) => [...point, least + ((most - least) * i) / steps]),
    )
  const values = points.map((point) =>
    entriesOf(evaluate(['y'], new Map(names.map((name, i) => [name, big(point[i])])))[0])[0].toNumber(),
  )
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return [least - (most - least) / 10, most + (most - least) / 10]
}

const written = (primitive: string, operands: readonly Range[], write: Application['write']): Application => ({
  primitive,
  operands,
  write,
  values: valuesOf(write, operands),
})

const call = (name: string, ...operands: Range[]): Application =>
  written(name, operands, (...texts) => `${name}(${texts.join(', ')})`)

const infix = (primitive: string, operator: string, left: Range, right: Range): Application =>
  written(primitive, [left, right], (a, b) => `${bracketed(a)}${operator}${bracketed(b)}`)

const powerOf = (base: Range, exponent: string): Application =>
  written('pow', [base], (text) => `${bracketed(text)}^${exponent}`)

const each = (names: string, ...ranges: Range[]): Application[] =>
  names.split(' ').flatMap((name) => ranges.map((range) => call(name, range)))

/** The same range, and its mirror image. */
const both = ([least, most]: Range): [Range, Range] => [
  [least, most],
  [-most, -least],
]

const WIDE: Range = [-6, 6]
const MIDDLE: Range = [-3, 3]
const LOW: Range = [-2, 0.5]
const HIGH: Range = [1.5, 3]

const COMPARISONS = [
  ['less', '<'],
  ['less_equal', '<='],
  ['greater', '>'],
  ['greater_equal', '>='],
  ['equal', '=='],
  ['not_equal', '!='],
]

const comparisons = COMPARISONS.flatMap(([primitive, operator]) => [
  written(primitive, [LOW, HIGH, MIDDLE, MIDDLE], (a, b, c, d) => `where(${a} ${operator} ${b}, ${c}, ${d})`),
  written(primitive, [HIGH, LOW, MIDDLE], (a, b, c) => `${bracketed(c)}*(${a} ${operator} ${b})`),
  written(primitive, [MIDDLE, MIDDLE], (a, b) => `(${a} ${operator} ${a}) - ${bracketed(b)}`),
])

const known: readonly Application[] = [
  infix('add', '+', WIDE, WIDE),
  infix('add', ' + ', WIDE, WIDE),
  infix('sub', '-', WIDE, WIDE),
  infix('sub', ' - ', WIDE, WIDE),
  infix('mul', '*', MIDDLE, MIDDLE),
  infix('mul', ' * ', WIDE, [0.25, 2]),
  ...both([0.5, 3]).map((range) => infix('div', '/', MIDDLE, range)),
  written('neg', [WIDE], (text) => `-${bracketed(text)}`),
  infix('pow', '^', [0.4, 2.5], [-2, 3]),
  call('pow', [0.5, 3], [-2, 2]),
  ...['2', '3', '0', '1'].map((exponent) => powerOf([-2.5, 2.5], exponent)),
  ...both([0.5, 3]).flatMap((base) => [powerOf(base, '-1'), powerOf(base, '(-2)')]),
  powerOf([0.3, 4], '0.5'),
  ...each('sqrt', [0.3, 5]),
  ...each('cbrt abs sign', ...both([0.3, 4])),
  ...each('square', MIDDLE),
  call('hypot', MIDDLE, [0.5, 3]),
  call('hypot', [-3, -0.5], MIDDLE),
  ...each('exp exp2', [-3, 2]),
  ...each('expm1 sinh cosh tanh sech', [-2, 2]),
  ...each('log log2 log10', [0.3, 5]),
  ...each('log1p', [-0.6, 4]),
  call('logaddexp', MIDDLE, MIDDLE),
  call('logsumexp', MIDDLE, MIDDLE),
  call('logsumexp', MIDDLE, MIDDLE, MIDDLE, MIDDLE),
  ...each('sin cos', [-4.5, 4.5]),
  ...each('tan', [-1.2, 1.2], [2, 4.3]),
  ...each('sec', [-1.2, 1.2], [2, 4.3]),
  ...each('csc cot', ...both([0.4, 2.7])),
  ...each('asin acos', [-0.85, 0.85]),
  ...each('atan asinh', [-4, 4]),
  ...each('asec acsc acoth', ...both([1.3, 4])),
  ...each('acot acsch', ...both([0.4, 3])),
  call('atan2', [0.5, 3], MIDDLE),
  call('atan2', [-3, -0.5], MIDDLE),
  call('atan2', MIDDLE, [0.5, 3]),
  ...each('csch coth', ...both([0.4, 2.5])),
  ...each('acosh', [1.3, 5]),
  ...each('atanh', [-0.8, 0.8]),
  ...each('asech', [0.25, 0.85]),
  call('max', LOW, HIGH),
  call('max', HIGH, LOW, LOW),
  call('min', LOW, HIGH),
  call('min', HIGH, LOW, HIGH, HIGH),
  call('clamp', LOW, [-4, -3], HIGH),
  call('clamp', LOW, [1, 1.5], [2, 4]),
  call('clamp', HIGH, [-1, 0], [0.5, 1]),
  call('where', [1, 2], MIDDLE, MIDDLE),
  written('where', [MIDDLE, MIDDLE], (a, b) => `where(0, ${a}, ${b})`),
  ...each('floor ceil trunc', ...both([1.2, 1.8])),
  ...each('round', [-0.4, 0.4], ...both([1.6, 2.4])),
  call('mod', [4.6, 5.4], [1.9, 2.1]),
  call('mod', [-5.4, -4.6], [1.9, 2.1]),
  call('mod', [4.6, 5.4], [-2.1, -1.9]),
  ...each('relu leakyrelu', ...both([0.3, 4])),
  ...each('sigmoid softplus silu gelu erf', MIDDLE),
  ...each('erfc sinc mish gelutanh tanhshrink logsigmoid', MIDDLE),
  ...each('softsign selu hardtanh', [0.2, 0.8], [-0.8, -0.2]),
  ...each('elu', [0.3, 4], [-3, -0.3]),
  ...each('relu6 hardsigmoid', [0.3, 2.7]),
  ...each('rsqrt lgamma digamma', [0.4, 5]),
  ...each('logit', [0.1, 0.9]),
  ...['0', '1', '2'].map((order) => written('polygamma', [[0.5, 4]], (text) => `polygamma(${order}, ${text})`)),
  call('xlogy', MIDDLE, [0.3, 4]),
  ...both([0.3, 4]).map((range) => call('prelu', range, [-2, 2])),
  ...both([0.3, 4]).map((range) => call('heaviside', range, MIDDLE)),
  ...each('rint', [-0.4, 0.4], ...both([1.6, 2.4])),
  ...['fmod', 'floordiv'].flatMap((name) =>
    both([4.6, 5.4]).flatMap((range) => both([1.9, 2.1]).map((divisor) => call(name, range, divisor))),
  ),
  ...comparisons,
]

/** Of numbers: `sum` and its kin take one array. What cuts derivatives differs from all methods that go by values. */
export const isOfNumbers = ({ name, arity }: Primitive): boolean =>
  name !== 'stop_gradient' && (typeof arity === 'number' || arity.most > 1)

/** A hundredth around a number. */
const around = (x: number): Range => {
  const reach = Math.max(Math.abs(x), 0.1) / 100
  return [x - reach, x + reach]
}

/** Near each sample, where the record is smooth: for a primitive of which no wider range is known. */
const nearSamples = ({ name, operator, samples }: Primitive): Application[] =>
  samples.map((operands) => {
    const ranges = operands.map(around)
    return operator && ranges.length === 2 ? infix(name, operator, ranges[0], ranges[1]) : call(name, ...ranges)
  })

const isKnown = ({ name }: Primitive): boolean => known.some(({ primitive }) => primitive === name)

export const applications: readonly Application[] = [
  ...known,
  ...primitives.filter((primitive) => isOfNumbers(primitive) && !isKnown(primitive)).flatMap(nearSamples),
]
