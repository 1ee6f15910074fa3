import type { Blockwise, EdgeViews } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { axisOf, noAxis } from '../plan.ts'
import type { Shape } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { alongAxis, blockPlan } from './blockPlan.ts'

/** Of exponentials divided by their sum; the largest is 1, so that none overflows. */
function shares(entries: readonly number[]): number[] {
  const largest = entries.reduce((a, b) => Math.max(a, b))
  const powers = entries.map((x) => Math.exp(x - largest))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}

/** 1 − s as the sum of the other shares, which keeps the digits where s is near 1. */
const rest = (shares: readonly number[], place: number): number =>
  shares.reduce((sum, share, i) => (i === place ? sum : sum + share), 0)

const samples: Blockwise['samples'] = [
  { shapes: [[4]] },
  { shapes: [[1]] },
  { shapes: [[2, 3]] },
  { shapes: [[3, 2, 2]], fixed: { operands: [], keywords: new Map([['axis', 0]]) } },
  { shapes: [[2, 3, 2]], fixed: { operands: [1], keywords: new Map() } },
]

const softmaxUsage = 'softmax(x, axis=-1)'
const logsoftmaxUsage = 'logsoftmax(x, axis=-1)'

export const softmax: Blockwise = {
  kind: 'blockwise',
  name: 'softmax',
  title: 'softmax',
  meaning:
    'exp(x) divided by its sum along an axis: positive shares that add up to 1. The largest entry is taken away first, which changes nothing, so that nothing overflows.',
  group: 'neural networks',
  symbol: 'softmax',
  usage: softmaxUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(softmaxUsage, ['axis']),
  plan: ([shape], attributes) => groupPlan('softmax', shape, attributes),
  value: ([entries]) => shares(entries),
  partials: (_slot, _operands, s) => (row, column) => s[row] * (row === column ? rest(s, row) : -s[column]),
  cost: (n) => ({
    value: { additions: 2 * n - 1, divisions: n, calls: 2 * n - 1 },
    partials: [{ additions: n * Math.max(0, n - 2), multiplications: n * n }],
  }),
  inNumbers: ({ call }, [group]) => {
    const largest = group.length === 1 ? group[0] : call('max', ...group)
    const powers = group.map((entry) => call('exp', call('sub', entry, largest)))
    const sum = powers.reduce((sum, power) => call('add', sum, power))
    return powers.map((power) => call('div', power, sum))
  },
  views: (_slot, shapes, attributes) => softmaxViews(shapes, attributes),
  definition: (_shapes, { axis = -1 }) => {
    const fixed = `axis=${axis}, keepdims=True`
    const power = `exp(x - max(x, ${fixed}))`
    return `${power}/sum(${power}, ${fixed})`
  },
  latex: (x) => `\\operatorname{softmax}\\left(${x}\\right)`,
  samples,
}

export const logsoftmax: Blockwise = {
  kind: 'blockwise',
  name: 'logsoftmax',
  aliases: ['log_softmax'],
  title: 'logarithm of softmax',
  meaning: 'log(softmax(x)) along an axis, with the digits that small shares would lose.',
  group: 'neural networks',
  symbol: 'lsoftmax',
  usage: logsoftmaxUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(logsoftmaxUsage, ['axis']),
  plan: ([shape], attributes) => groupPlan('logsoftmax', shape, attributes),
  value: ([entries]) => {
    const largest = entries.reduce((a, b) => Math.max(a, b))
    const below = entries.map((x) => x - largest)
    const rest = Math.log(below.map(Math.exp).reduce((a, b) => a + b))
    return below.map((x) => x - rest)
  },
  partials: (_slot, _operands, v) => (row, column) => {
    if (row !== column) return -Math.exp(v[column])
    return v.reduce((sum, x, i) => (i === row ? sum : sum + Math.exp(x)), 0)
  },
  cost: (n) => ({
    value: { additions: 3 * n - 1, calls: 2 * n },
    partials: [{ additions: n * Math.max(0, n - 2), calls: 2 * n * (n - 1) }],
  }),
  inNumbers: ({ call }, [group]) => {
    const sum = group.reduce((sum, entry) => call('logaddexp', sum, entry))
    return group.map((entry) => call('sub', entry, sum))
  },
  views: (_slot, shapes, attributes) => logsoftmaxViews(shapes, attributes),
  definition: (_shapes, { axis = -1 }) => `x - logsumexp(x, axis=${axis}, keepdims=True)`,
  latex: (x) => `\\log\\operatorname{softmax}\\left(${x}\\right)`,
  samples,
}

/** Every pair of entries of a group: the inner two loops run over rows and columns, the outer ones over groups. */
function groupPlan(name: string, shape: Shape, { axis = -1 }: Attributes): Plan | Mismatch {
  if (shape.length === 0) return { mismatch: ([x]) => `${name} takes an array, and ${x} is a number.` }
  const along = axisOf(axis, shape)
  if (Number.isNaN(along)) return noAxis(axis, shape)
  return blockPlan(alongAxis(shape, along))
}

const forEachGroup = ([shape]: readonly Shape[], structure: string): string =>
  shape.length > 1 ? `${structure}, for each group along the axis` : structure

/** ∂vᵢ/∂xⱼ = vᵢ(δᵢⱼ − vⱼ): symmetrical, so that both directions look the same. */
function softmaxViews(shapes: readonly Shape[], { axis = -1 }: Attributes): EdgeViews {
  const along = (factor: string) => ({ formula: `v*(${factor} - sum(v*${factor}, axis=${axis}, keepdims=True))` })
  return { structure: forEachGroup(shapes, 'diagonal of v, minus v times v.T'), push: along('t'), pull: along('a') }
}

/** ∂vᵢ/∂xⱼ = δᵢⱼ − exp(vⱼ) */
function logsoftmaxViews(shapes: readonly Shape[], { axis = -1 }: Attributes): EdgeViews {
  return {
    structure: forEachGroup(shapes, 'identity, minus exp(v) in every row'),
    push: { formula: `t - sum(exp(v)*t, axis=${axis}, keepdims=True)` },
    pull: { formula: `a - exp(v)*sum(a, axis=${axis}, keepdims=True)` },
  }
}
