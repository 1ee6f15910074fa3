import type { Selection } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { copyingPlan, selectionPlan } from './selection.ts'

const diagUsage = 'diag(x, k=0)'
const traceUsage = 'trace(x, k=0)'
const trilUsage = 'tril(x, k=0)'
const triuUsage = 'triu(x, k=0)'

const one = { least: 1, most: 1 }
const above = { operands: [1], keywords: new Map() }
const below = { operands: [], keywords: new Map([['k', -1]]) }

export const diag: Selection = {
  kind: 'selection',
  name: 'diag',
  title: 'diagonal',
  meaning:
    'Of a vector the matrix that has it on its diagonal, of a matrix its diagonal: that k places above the main one.',
  group: 'arrays',
  symbol: 'diag',
  usage: diagUsage,
  arity: one,
  attributes: reading(diagUsage, ['k']),
  plan: ([shape], { k = 0 }) => (shape.length === 1 ? ontoDiagonal(shape[0], k) : diagonalPlan('diag', shape, k)),
  views: (_slot, [shape], { k }) => ({
    structure:
      shape.length === 1
        ? 'a 1 in each column, where the entry comes to stand'
        : 'a 1 in each row, where the entry is taken from',
    push: { formula: `diag(t${kText(k)})` },
    pull:
      shape.length === 1
        ? { formula: `diag(a${kText(k)})` }
        : { words: 'a on the diagonal that was taken, 0 elsewhere' },
  }),
  latex: (x) => `\\operatorname{diag}\\left(${x}\\right)`,
  samples: [
    { shapes: [[3]] },
    { shapes: [[2, 3]] },
    { shapes: [[2]], fixed: above },
    { shapes: [[3, 3]], fixed: below },
  ],
}

export const trace: Selection = {
  kind: 'selection',
  name: 'trace',
  title: 'trace',
  meaning: 'The sum of the diagonal of a matrix, or of that k places above the main one.',
  group: 'arrays',
  symbol: 'tr',
  usage: traceUsage,
  arity: one,
  attributes: reading(traceUsage, ['k']),
  plan: ([shape], { k = 0 }) => {
    const taken = diagonalPlan('trace', shape, k)
    if ('mismatch' in taken) return taken
    const [{ extents, column }] = taken.wirings
    const loops = extents.map((extent, loop) => ({ extent, strides: [0, column.strides[loop]] }))
    // −0 + x is x, for −0 as well.
    return { ...selectionPlan([], [{ loops, column: column.start }]), rest: -0, adds: true }
  },
  views: (_slot, _shapes, { k }) => ({
    structure: 'one row: 1 on the diagonal',
    push: { formula: `trace(t${kText(k)})` },
    pull: { words: 'a on the diagonal, 0 elsewhere' },
  }),
  definition: (_shapes, { k }) => `sum(diag(x${kText(k)}))`,
  latex: (x) => `\\operatorname{tr}\\left(${x}\\right)`,
  samples: [{ shapes: [[3, 3]] }, { shapes: [[2, 3]] }, { shapes: [[3, 3]], fixed: above }],
}

const triangle = (
  words: Pick<Selection, 'name' | 'title' | 'meaning' | 'usage'>,
  isKept: (beyond: number) => boolean,
): Selection => ({
  ...{ kind: 'selection', group: 'arrays', symbol: words.name, arity: one, ...words },
  attributes: reading(words.usage, ['k']),
  plan: ([shape], attributes) => trianglePlan(words.name, shape, attributes, isKept),
  views: (_slot, _shapes, { k }) => ({
    structure: 'diagonal: 1 where an entry is kept',
    push: { formula: `${words.name}(t${kText(k)})` },
    pull: { formula: `${words.name}(a${kText(k)})` },
  }),
  latex: (x) => `\\operatorname{${words.name}}\\left(${x}\\right)`,
  samples: [{ shapes: [[3, 3]] }, { shapes: [[2, 2, 3]], fixed: above }, { shapes: [[3, 2]], fixed: below }],
})

export const tril = triangle(
  {
    name: 'tril',
    title: 'lower triangle',
    meaning: 'A matrix with zeros above its diagonal, or above that k places above the main one.',
    usage: trilUsage,
  },
  (beyond) => beyond <= 0,
)

export const triu = triangle(
  {
    name: 'triu',
    title: 'upper triangle',
    meaning: 'A matrix with zeros below its diagonal, or below that k places above the main one.',
    usage: triuUsage,
  },
  (beyond) => beyond >= 0,
)

const kText = (k?: number): string => (k === undefined ? '' : `, k=${k}`)

function ontoDiagonal(length: number, k: number): Plan {
  const n = length + Math.abs(k)
  const loops = [{ extent: length, strides: [n + 1, 1] }]
  return { ...selectionPlan([n, n], [{ loops, row: firstOf(n, k) }]), rest: 0 }
}

/** The place of the first entry of a diagonal in a matrix of so many columns. */
const firstOf = (columns: number, k: number): number => (k >= 0 ? k : -k * columns)

function diagonalPlan(name: string, shape: Shape, k: number): Plan | Mismatch {
  const [rows, columns] = shape
  if (shape.length !== 2)
    return {
      mismatch: ([x]) =>
        `${name} takes a ${name === 'diag' ? 'vector or a ' : ''}matrix, and ${x} is ${shapeWords(shape)}.`,
    }
  const length = k >= 0 ? Math.min(rows, columns - k) : Math.min(rows + k, columns)
  if (length < 1) return { mismatch: ([x]) => `${x} is ${shapeWords(shape)}, which has no diagonal ${k}.` }
  return selectionPlan(
    [length],
    [{ loops: [{ extent: length, strides: [1, columns + 1] }], column: firstOf(columns, k) }],
  )
}

function trianglePlan(
  name: string,
  shape: Shape,
  { k = 0 }: Attributes,
  isKept: (beyond: number) => boolean,
): Plan | Mismatch {
  if (shape.length < 2) return { mismatch: ([x]) => `${name} takes a matrix, and ${x} is ${shapeWords(shape)}.` }
  const [rows, columns] = shape.slice(-2)
  const size = stridesOf(shape)[0] * shape[0]
  const kept: number[] = []
  for (let place = 0; place < size; place++) {
    const inMatrix = place % (rows * columns)
    if (isKept((inMatrix % columns) - Math.floor(inMatrix / columns) - k)) kept.push(place)
  }
  return copyingPlan(shape, [{ rows: kept, columns: kept }], { rest: 0 })
}
