import type { Blockwise } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { blockPlan } from './blockPlan.ts'

const maxpoolUsage = 'maxpool(x, [2, 2], stride=2)'
const avgpoolUsage = 'avgpool(x, [2, 2], stride=2)'

const windows =
  'each window along the last axes, as many as size has lengths; a number is the length along the last two axes, or a vector’s only one. Windows lie side by side if no stride is given.'

const samples: Blockwise['samples'] = [
  { shapes: [[5]], fixed: { operands: [2], keywords: new Map() } },
  { shapes: [[4, 4]], fixed: { operands: [2], keywords: new Map() } },
  { shapes: [[3, 4]], fixed: { operands: [[2, 2]], keywords: new Map([['stride', 1]]) } },
  { shapes: [[2, 2, 5]], fixed: { operands: [[3]], keywords: new Map([['stride', 2]]) } },
]

export const maxpool: Blockwise = {
  kind: 'blockwise',
  name: 'maxpool',
  title: 'max pooling',
  meaning: `The largest entry, the first of equal ones, of ${windows}`,
  group: 'neural networks',
  symbol: 'maxpool',
  usage: maxpoolUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(maxpoolUsage, ['size', 'stride'], 'size'),
  plan: ([shape], attributes) => poolPlan('maxpool', shape, attributes),
  value: ([entries]) => [entries.reduce((most, x) => Math.max(most, x))],
  partials: (_slot, [entries], [v]) => {
    if (Number.isNaN(v)) return () => v
    const first = entries.indexOf(v)
    return (_row, column) => (column === first ? 1 : null)
  },
  drops: true,
  constant: () => '1',
  cost: (n) => ({ value: { calls: n - 1 }, partials: [{}] }),
  inNumbers: ({ call }, [entries]) => [entries.reduce((most, x) => call('where', call('greater', x, most), x, most))],
  views: () => ({
    structure: 'a 1 in each row, where the largest entry stands',
    push: { words: 'of each window the entry of t where the largest stands' },
    pull: { words: 'a where the largest entry of its window stands, added up' },
  }),
  latex: (x) => `\\operatorname{maxpool}\\left(${x}\\right)`,
  samples,
}

export const avgpool: Blockwise = {
  kind: 'blockwise',
  name: 'avgpool',
  title: 'average pooling',
  meaning: `The mean of ${windows}`,
  group: 'neural networks',
  symbol: 'avgpool',
  usage: avgpoolUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(avgpoolUsage, ['size', 'stride'], 'size'),
  plan: ([shape], attributes) => poolPlan('avgpool', shape, attributes),
  value: ([entries]) => [entries.reduce((sum, x) => sum + x) / entries.length],
  partials: (_slot, [entries]) => {
    const share = 1 / entries.length
    return () => share
  },
  constant: (group) => `1/${group}`,
  cost: (n) => ({ value: { additions: n - 1, divisions: 1 }, partials: [{ divisions: 1 }] }),
  inNumbers: ({ call, number }, [entries]) => [
    call(
      'div',
      entries.reduce((sum, x) => call('add', sum, x)),
      number(entries.length),
    ),
  ],
  views: (_slot, _shapes, attributes) => ({
    structure: 'a row for each window, with equal shares',
    push:
      attributes.stride === undefined
        ? { formula: `avgpool(t, ${sizeText(attributes)})` }
        : { words: 'the mean of each window of t' },
    pull: { words: 'its share of a in every entry of the window, added up' },
  }),
  latex: (x) => `\\operatorname{avgpool}\\left(${x}\\right)`,
  samples,
}

const sizeText = ({ size = 1 }: Attributes): string =>
  typeof size === 'number' ? String(size) : `[${size.join(', ')}]`

function poolPlan(name: string, shape: Shape, { size = 1, stride }: Attributes): Plan | Mismatch {
  const sizes = typeof size === 'number' ? new Array<number>(Math.min(2, shape.length)).fill(size) : size
  const stack = shape.length - sizes.length
  if (sizes.length === 0 || stack < 0)
    return {
      mismatch: ([x]) => `${name} takes windows with ${sizes.length || 1} axes, and ${x} is ${shapeWords(shape)}.`,
    }
  const along = sizes.findIndex((length, i) => length > shape[stack + i])
  if (along >= 0)
    return {
      mismatch: ([x]) =>
        `${x} is ${shapeWords(shape)}: along axis ${stack + along} the window (${sizes[along]}) is longer than ${x} (${shape[stack + along]}).`,
    }
  const steps = sizes.map((length) => stride ?? length)
  const counts = shape.map((length, axis) =>
    axis < stack ? length : Math.floor((length - sizes[axis - stack]) / steps[axis - stack]) + 1,
  )
  const [rows, columns] = [stridesOf(counts), stridesOf(shape)]
  return blockPlan({
    ...{ shape: counts, group: sizes.reduce((product, length) => product * length, 1) },
    outer: counts.map((extent, axis) => ({
      extent,
      strides: [rows[axis], columns[axis] * (axis < stack ? 1 : steps[axis - stack])],
    })),
    value: [],
    operands: [sizes.map((extent, i) => ({ extent, stride: columns[stack + i] }))],
  })
}
