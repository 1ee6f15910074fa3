import type { Selection } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { broadcastTo, listText, reshaped, summedTo } from '../formulaText.ts'
import { stretched } from '../plan.ts'
import { broadcast, type Shape, sameShape, shapeWords, sizeOf, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { selectionPlan } from './selection.ts'

const reshapeUsage = 'reshape(x, [2, 3])'
const flattenUsage = 'flatten(x)'
const broadcastUsage = 'broadcast_to(x, [2, 3])'

export const reshape: Selection = {
  kind: 'selection',
  name: 'reshape',
  title: 'reshape',
  meaning: 'The same entries in the same order in another shape; a length of −1 is worked out.',
  group: 'arrays',
  symbol: 'reshape',
  usage: reshapeUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(reshapeUsage, ['shape'], 'shape'),
  plan: ([from], attributes) => reshapePlan(from, attributes),
  views: (_slot, [from], { shape = [] }) => ({
    structure: 'the identity',
    push: { formula: `reshape(t, ${listText(shape)})` },
    pull: { formula: reshaped('a', shape, from) },
  }),
  latex: (x) => `\\operatorname{reshape}\\left(${x}\\right)`,
  samples: [
    { shapes: [[6]], fixed: { operands: [2, 3], keywords: new Map() } },
    { shapes: [[2, 6]], fixed: { operands: [[3, -1]], keywords: new Map() } },
    { shapes: [[]], fixed: { operands: [], keywords: new Map([['shape', [1, 1]]]) } },
  ],
}

export const flatten: Selection = {
  kind: 'selection',
  name: 'flatten',
  aliases: ['ravel'],
  title: 'flatten',
  meaning: 'All entries in their order as one vector.',
  group: 'arrays',
  symbol: 'flatten',
  usage: flattenUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(flattenUsage, []),
  plan: ([from]) => reshapePlan(from, { shape: [-1] }),
  views: (_slot, [from]) => ({
    structure: 'the identity',
    push: { formula: 'flatten(t)' },
    pull: { formula: reshaped('a', [sizeOf(from)], from) },
  }),
  latex: (x) => `\\operatorname{vec}\\left(${x}\\right)`,
  samples: [{ shapes: [[2, 3]] }, { shapes: [[3]] }, { shapes: [[]] }],
}

export const broadcastOut: Selection = {
  kind: 'selection',
  name: 'broadcast_to',
  title: 'broadcast',
  meaning: 'An array repeated along the axes that it lacks, or along which it has length 1.',
  group: 'arrays',
  symbol: 'spread',
  usage: broadcastUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(broadcastUsage, ['shape'], 'shape'),
  plan: ([from], attributes) => broadcastPlan(from, attributes),
  views: (_slot, [from], { shape = [] }) => ({
    structure: 'a 1 in each row, where the entry is taken from',
    push: { formula: broadcastTo('t', from, shape) },
    pull: { formula: summedTo('a', shape, from) },
  }),
  latex: (x) => `\\operatorname{broadcast}\\left(${x}\\right)`,
  samples: [
    { shapes: [[3]], fixed: { operands: [2, 3], keywords: new Map() } },
    { shapes: [[2, 1]], fixed: { operands: [[4, 2, 3]], keywords: new Map() } },
    { shapes: [[]], fixed: { operands: [2], keywords: new Map() } },
  ],
}

function reshapePlan(from: Shape, { shape: wanted = [] }: Attributes): Plan | Mismatch {
  const size = sizeOf(from)
  const known = wanted.reduce((product, length) => (length === -1 ? product : product * length), 1)
  const shape = wanted.map((length) => (length === -1 ? size / known : length))
  if (sizeOf(shape) !== size || !shape.every(Number.isInteger))
    return {
      mismatch: ([x]) =>
        `${x} is ${shapeWords(from)}, and its ${size === 1 ? 'one entry does' : `${size} entries do`} not fill the shape ${listText(wanted)}.`,
    }
  return selectionPlan(shape, [{ loops: [{ extent: size, strides: [1, 1] }] }])
}

function broadcastPlan(from: Shape, { shape = [] }: Attributes): Plan | Mismatch {
  const spread = broadcast([from, shape])
  if (!spread || !sameShape(spread, shape) || shape.includes(-1))
    return { mismatch: ([x]) => `${x} is ${shapeWords(from)}, which does not stretch to the shape ${listText(shape)}.` }
  const rows = stridesOf(shape)
  const columns = stretched(from, shape)
  return selectionPlan(shape, [
    { loops: shape.map((extent, axis) => ({ extent, strides: [rows[axis], columns[axis]] })) },
  ])
}
