import { grouped } from '../../language/words.ts'
import type { Blockwise } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { listText } from '../formulaText.ts'
import { axisOf, noAxis } from '../plan.ts'
import { type Shape, shapeWords, sizeOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { alongAxis, blockPlan } from './blockPlan.ts'

/** Pairs of an entry and one that adds to it: each is one of the local Jacobian. */
const MOST_PAIRS = 1_000_000

const cumsumUsage = 'cumsum(x, axis=0)'
const cumprodUsage = 'cumprod(x, axis=0)'

const samples: Blockwise['samples'] = [
  { shapes: [[4]] },
  { shapes: [[1]] },
  { shapes: [[2, 3]] },
  { shapes: [[3, 2, 2]], fixed: { operands: [], keywords: new Map([['axis', 0]]) } },
  { shapes: [[2, 3]], fixed: { operands: [], keywords: new Map([['axis', -1]]) } },
]

export const cumsum: Blockwise = {
  kind: 'blockwise',
  name: 'cumsum',
  title: 'cumulative sum',
  meaning: 'By entry the sum of all entries up to there, along an axis, or of all in their order.',
  group: 'arrays',
  symbol: 'cumsum',
  usage: cumsumUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(cumsumUsage, ['axis']),
  plan: ([shape], attributes) => upToPlan('cumsum', shape, attributes),
  value: ([entries]) => upTo(entries, (sum, x) => sum + x),
  partials: () => () => 1,
  constant: () => '1',
  cost: (n) => ({ value: { additions: n - 1 }, partials: [{}] }),
  inNumbers: ({ call }, [entries]) => upTo(entries, (sum, x) => call('add', sum, x)),
  views: (_slot, [shape], { axis }) => ({
    structure: 'ones on and below the diagonal',
    push: { formula: axis === undefined ? 'cumsum(t)' : `cumsum(t, axis=${axis})` },
    pull: { formula: fromEnd('a', shape, axis) },
  }),
  latex: (x) => `\\operatorname{cumsum}\\left(${x}\\right)`,
  samples,
}

export const cumprod: Blockwise = {
  kind: 'blockwise',
  name: 'cumprod',
  title: 'cumulative product',
  meaning: 'By entry the product of all entries up to there, along an axis, or of all in their order.',
  group: 'arrays',
  symbol: 'cumprod',
  usage: cumprodUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(cumprodUsage, ['axis']),
  plan: ([shape], attributes) => upToPlan('cumprod', shape, attributes),
  value: ([entries]) => upTo(entries, (product, x) => product * x),
  // The others multiplied, not the value divided by the entry, which may be 0.
  partials: (_slot, [entries]) => {
    const columns = entries.map((_, column) => {
      const others = entries.map((x, row) => (row === column ? 1 : x))
      return upTo(others, (product, x) => product * x)
    })
    return (row, column) => columns[column][row]
  },
  cost: (n) => ({ value: { multiplications: n - 1 }, partials: [{ multiplications: n * Math.max(0, n - 2) }] }),
  inNumbers: ({ call }, [entries]) => upTo(entries, (product, x) => call('mul', product, x)),
  views: (_slot, [shape], { axis }) => ({
    structure: 'products of the others, on and below the diagonal',
    push: { words: 'each entry of t times the product of the others, added up to there' },
    pull: { formula: `${fromEnd('(a*v)', shape, axis)}/x` },
  }),
  latex: (x) => `\\operatorname{cumprod}\\left(${x}\\right)`,
  samples,
}

function upTo<Entry>(entries: readonly Entry[], join: (before: Entry, x: Entry) => Entry): Entry[] {
  const joined: Entry[] = []
  for (const x of entries) {
    const before = joined.at(-1)
    joined.push(before === undefined ? x : join(before, x))
  }
  return joined
}

/** The sums of all from each entry on: in the shape that was taken as one vector if no axis is given. */
function fromEnd(formula: string, shape: Shape, axis?: number): string {
  if (axis === undefined) {
    const sums = `cumsum(${formula}[::-1])[::-1]`
    return shape.length === 1 ? sums : shape.length === 0 ? `sum(${sums})` : `reshape(${sums}, ${listText(shape)})`
  }
  const turned = `[${[...new Array<string>(axisOf(axis, shape)).fill(':'), '::-1'].join(', ')}]`
  return `cumsum(${formula}${turned}, axis=${axis})${turned}`
}

/** Along an axis, or all entries as one vector: of each row the columns up to it. */
function upToPlan(name: string, shape: Shape, { axis }: Attributes): Plan | Mismatch {
  const along = axis === undefined ? 0 : axisOf(axis, shape)
  if (Number.isNaN(along)) return noAxis(axis as number, shape)
  const own = axis === undefined ? [sizeOf(shape)] : shape
  if ((sizeOf(own) * (own[along] + 1)) / 2 <= MOST_PAIRS) return upToIn(own, along)
  return {
    mismatch: ([x]) =>
      `${x} is ${shapeWords(shape)}: ${name} would add up more than ${grouped(MOST_PAIRS)} pairs. Make the array shorter along its axis.`,
  }
}

function upToIn(shape: Shape, along: number): Plan {
  const pairs = Array.from({ length: shape[along] }, (_, row) =>
    Array.from({ length: row + 1 }, (__, column) => [row, column] as const),
  ).flat()
  return blockPlan({ ...alongAxis(shape, along), pairs })
}
