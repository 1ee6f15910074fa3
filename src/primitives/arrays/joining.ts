import type { Selection } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { axisOf, noAxis } from '../plan.ts'
import { type Shape, sameShape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { selectionPlan } from './selection.ts'

const stackUsage = 'stack(a, b, …, axis=0)'
const concatUsage = 'concat(a, b, …, axis=0)'
const anyNumber = { least: 1, most: Number.POSITIVE_INFINITY }

const placed = 'a 1 in each column, where the entry comes to stand'

/** Also what the brackets of an array literal do. */
export const stack: Selection = {
  kind: 'selection',
  name: 'stack',
  title: 'stack',
  meaning: 'Arrays of one shape side by side along a new axis; numbers give a vector.',
  group: 'arrays',
  symbol: 'stack',
  usage: stackUsage,
  arity: anyNumber,
  spreads: true,
  attributes: reading(stackUsage, ['axis']),
  plan: stackPlan,
  views: (slot, [shape], { axis = 0 }) => {
    const place = [...shape.slice(0, axisOf(axis, [1, ...shape])).map(() => ':'), slot].join(', ')
    return {
      structure: placed,
      push: { words: `t at [${place}], 0 elsewhere` },
      pull: { formula: `a[${place}]` },
    }
  },
  latex: (...items) => `\\left[${items.join(', ')}\\right]`,
  samples: [
    { shapes: [[], [], []] },
    { shapes: [[3], [3]] },
    {
      shapes: [
        [2, 3],
        [2, 3],
        [2, 3],
      ],
      fixed: { operands: [], keywords: new Map([['axis', -1]]) },
    },
    { shapes: [[2], [2]], fixed: { operands: [], keywords: new Map([['axis', 1]]) } },
  ],
}

export const concat: Selection = {
  kind: 'selection',
  name: 'concat',
  aliases: ['concatenate'],
  title: 'concatenate',
  meaning: 'Arrays one after the other along an axis that they have.',
  group: 'arrays',
  symbol: 'concat',
  usage: concatUsage,
  arity: anyNumber,
  spreads: true,
  attributes: reading(concatUsage, ['axis']),
  plan: concatPlan,
  views: (slot, shapes, { axis = 0 }) => {
    const along = axisOf(axis, shapes[0])
    const start = startOf(slot, shapes, along)
    const place = [...shapes[0].slice(0, along).map(() => ':'), `${start}:${start + shapes[slot][along]}`].join(', ')
    return {
      structure: placed,
      push: { words: `t at [${place}], 0 elsewhere` },
      pull: { formula: `a[${place}]` },
    }
  },
  latex: (...items) => `\\operatorname{concat}\\left(${items.join(', ')}\\right)`,
  samples: [
    { shapes: [[2], [3], [1]] },
    {
      shapes: [
        [2, 3],
        [1, 3],
      ],
    },
    {
      shapes: [
        [2, 3],
        [2, 1],
        [2, 2],
      ],
      fixed: { operands: [], keywords: new Map([['axis', -1]]) },
    },
  ],
}

function stackPlan(shapes: readonly Shape[], { axis = 0 }: Attributes): Plan | Mismatch {
  const [first] = shapes
  const other = shapes.findIndex((shape) => !sameShape(shape, first))
  if (other > 0) return { mismatch: (names) => unequal(first, shapes[other], names[0], names[other]) }
  const along = axisOf(axis, [1, ...first])
  if (Number.isNaN(along)) return noAxis(axis, first)
  const shape = [...first.slice(0, along), shapes.length, ...first.slice(along)]
  const rows = stridesOf(shape)
  const ownRows = rows.filter((_, a) => a !== along)
  return selectionPlan(
    shape,
    shapes.map((operand, slot) => ({ loops: loopsOver(operand, ownRows), row: slot * rows[along] })),
  )
}

const unequal = (first: Shape, other: Shape, firstName: string, otherName: string): string =>
  `What is stacked must have one shape: ${firstName} is ${shapeWords(first)} and ${otherName} is ${shapeWords(other)}.`

function concatPlan(shapes: readonly Shape[], { axis = 0 }: Attributes): Plan | Mismatch {
  const [first] = shapes
  const number = shapes.findIndex(({ length }) => length === 0)
  if (number >= 0)
    return { mismatch: (names) => `concat joins arrays, and ${names[number]} is a number: write [${names[number]}].` }
  const along = axisOf(axis, first)
  if (Number.isNaN(along)) return noAxis(axis, first)
  const without = (shape: Shape): Shape => shape.filter((_, a) => a !== along)
  const other = shapes.findIndex((shape) => shape.length !== first.length || !sameShape(without(shape), without(first)))
  if (other > 0)
    return {
      mismatch: (names) =>
        `${names[0]} is ${shapeWords(first)} and ${names[other]} is ${shapeWords(shapes[other])}: to be joined along axis ${along} they must agree in all others.`,
    }
  const shape = [...first.slice(0, along), startOf(shapes.length, shapes, along), ...first.slice(along + 1)]
  const rows = stridesOf(shape)
  let start = 0
  const pieces = shapes.map((operand) => {
    const row = start
    start += operand[along] * rows[along]
    return { loops: loopsOver(operand, rows), row }
  })
  return selectionPlan(shape, pieces)
}

/** Where an operand's part starts along the axis. */
const startOf = (slot: number, shapes: readonly Shape[], along: number): number =>
  shapes.slice(0, slot).reduce((sum, shape) => sum + shape[along], 0)

/** Loops over the entries of an operand, in order; `rows` says how far its neighbours along each axis stand apart in the value. */
function loopsOver(operand: Shape, rows: readonly number[]) {
  const columns = stridesOf(operand)
  return operand.map((extent, axis) => ({ extent, strides: [rows[axis], columns[axis]] }))
}
