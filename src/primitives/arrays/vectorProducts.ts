import type { Contraction } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { type Shape, shapeWords } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { contractionPlan } from './contraction.ts'
import { matmul } from './matmul.ts'

const dotUsage = 'dot(x, y)'
const outerUsage = 'outer(x, y)'

export const dot: Contraction = {
  kind: 'contraction',
  name: 'dot',
  title: 'dot product',
  meaning: 'The sum of the products of the entries of two vectors; of matrices, as in NumPy, their matrix product.',
  group: 'arrays',
  symbol: 'dot',
  usage: dotUsage,
  arity: { least: 2, most: 2 },
  attributes: reading(dotUsage, []),
  plan: ([x, y]) => {
    if (isStack(x) || isStack(y)) return notVectors('dot', 'for stacks of matrices write @, for numbers *', x, y)
    if (x.length + y.length > 2) return matmul.plan([x, y], {})
    if (x[0] !== y[0]) return { mismatch: (names) => `dot takes vectors of one length: ${inWords(names, x, y)}.` }
    return contractionPlan([], [{ extent: x[0], row: 0, x: 1, y: 1 }])
  },
  views: matmul.views,
  definition: ([x, y]) => (x.length + y.length > 2 ? 'x @ y' : 'sum(x*y)'),
  latex: (x, y) => `${x} \\cdot ${y}`,
  samples: [{ shapes: [[3], [3]] }, { shapes: [[1], [1]] }, { shapes: [[2, 3], [3]] }],
}

/** A number, or more than a matrix. */
const isStack = ({ length }: Shape): boolean => length === 0 || length > 2

export const outer: Contraction = {
  kind: 'contraction',
  name: 'outer',
  title: 'outer product',
  meaning: 'The matrix of all products of an entry of x, by row, and an entry of y, by column.',
  group: 'arrays',
  symbol: 'outer',
  usage: outerUsage,
  arity: { least: 2, most: 2 },
  attributes: reading(outerUsage, []),
  plan: ([x, y]) => {
    if (x.length !== 1 || y.length !== 1) return notVectors('outer', 'for numbers write *', x, y)
    return contractionPlan(
      [x[0], y[0]],
      [
        { extent: x[0], row: y[0], x: 1, y: 0 },
        { extent: y[0], row: 1, x: 0, y: 1 },
      ],
    )
  },
  views: (slot) =>
    slot === 0
      ? {
          structure: 'y as a column, once for each entry of x',
          push: { formula: 'outer(t, y)' },
          pull: { formula: 'a @ y' },
        }
      : {
          structure: 'a diagonal block for each entry of x, one below the other',
          push: { formula: 'outer(x, t)' },
          pull: { formula: 'x @ a' },
        },
  definition: ([x]) => `reshape(x, [${x[0]}, 1])*y`,
  latex: (x, y) => `${x} \\otimes ${y}`,
  samples: [{ shapes: [[2], [3]] }, { shapes: [[1], [2]] }],
}

const inWords = ([a, b]: readonly string[], x: Shape, y: Shape): string =>
  `${a} is ${shapeWords(x)} and ${b} is ${shapeWords(y)}`

const notVectors = (name: string, instead: string, x: Shape, y: Shape): Mismatch | Plan => ({
  mismatch: (names) => `${name} takes two vectors, and ${inWords(names, x, y)}: ${instead}.`,
})
