import type { Blockwise, EdgeViews } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { reshaped } from '../formulaText.ts'
import { type Shape, sameShape, shapeText, shapeWords, stridesOf } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { blockPlan } from './blockPlan.ts'

const usage = 'pick(x, k)'

const NOTHING = 'nothing: places do not move'

/** What cross-entropy reads of scores and class numbers: torch.gather and NumPy’s take_along_axis, along the last axis. */
export const pick: Blockwise = {
  kind: 'blockwise',
  name: 'pick',
  title: 'entry of each row',
  meaning:
    'Of each row of x, along its last axis, the entry whose place is in k, counted from 0; NaN where k is no place.',
  group: 'arrays',
  symbol: 'pick',
  usage,
  arity: { least: 2, most: 2 },
  attributes: reading(usage, []),
  plan: ([x, k]) => pickPlan(x, k),
  value: ([entries, [k]]) => [entries[k] ?? Number.NaN],
  partials: (slot, [entries, [k]]) => {
    if (slot === 1) return () => null
    const isPlace = entries[k] !== undefined
    return (_row, column) => (isPlace ? (column === k ? 1 : null) : Number.NaN)
  },
  drops: true,
  cost: () => ({ value: {}, partials: [{}, {}] }),
  inNumbers: ({ call, number }, [entries, [k]]) => {
    const is = entries.map((_, place) => call('equal', k, number(place)))
    const total = (all: readonly (typeof k)[]) => all.reduce((sum, each) => call('add', sum, each))
    return [call('div', total(entries.map((entry, place) => call('mul', is[place], entry))), total(is))]
  },
  sizeInNumbers: (n) => 4 * n,
  definition: ([shape]) => {
    const ones = `onehot(y, ${shape[shape.length - 1]})`
    return `sum(${ones}*x, axis=-1)/sum(${ones}, axis=-1)`
  },
  views: (slot, shapes) => (slot === 1 ? NO_EDGE : viewsOfRows(shapes)),
  latex: (x, k) => `{${x}}_{\\left[${k}\\right]}`,
  samples: [
    { shapes: [[3], []] },
    { shapes: [[2, 3], [2]] },
    {
      shapes: [
        [2, 2, 2],
        [2, 2],
      ],
    },
  ],
}

const NO_EDGE: EdgeViews = { structure: NOTHING, push: { words: NOTHING }, pull: { words: NOTHING } }

const viewsOfRows = ([x, k]: readonly Shape[]): EdgeViews => ({
  structure: 'a 1 in each row, at the place of k',
  push: { formula: 'pick(t, y)' },
  pull: { formula: `${reshaped('a', k, [...k, 1])}*onehot(y, ${x[x.length - 1]})` },
})

/** Blocks are the rows of x, each with its number. */
function pickPlan(x: Shape, k: Shape): Plan | Mismatch {
  const rows = x.slice(0, -1)
  if (x.length === 0 || !sameShape(rows, k)) return notOneEach(x, k)
  const group = x[x.length - 1]
  const [outer, inner] = [stridesOf(rows), stridesOf(x)]
  return blockPlan({
    ...{ shape: rows, group },
    outer: rows.map((extent, axis) => ({ extent, strides: [outer[axis], inner[axis], outer[axis]] })),
    ...{ value: [], operands: [[{ extent: group, stride: 1 }], []] },
  })
}

const notOneEach = (x: Shape, k: Shape): Mismatch => ({
  mismatch: ([of, at]) => {
    const has = `${of} is ${shapeWords(x)} and ${at} is ${shapeWords(k)}`
    if (x.length === 0) return `${has}: entries are picked from an array.`
    return `${has}: ${x.length === 1 ? 'one whole number is' : `${shapeText(x.slice(0, -1))} whole numbers are`} needed, one for each row of ${of}.`
  },
})
