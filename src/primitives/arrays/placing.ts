import type { Selection } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { stretched } from '../plan.ts'
import { broadcast, type Shape, sameShape, shapeText, shapeWords, sizeOf, stridesOf } from '../shape.ts'
import type { Value } from '../value.ts'
import { type Attributes, type Mismatch, NO_ATTRIBUTES, type Plan } from '../wiring.ts'
import { gatherPlaces } from './gathering.ts'
import { copyingPlan, selectionPlan } from './selection.ts'

const padUsage = 'pad(x, [[0, 1], [2, 0]], value=0)'

/** NumPy's pad with a constant. */
export const pad: Selection = {
  kind: 'selection',
  name: 'pad',
  title: 'padding',
  meaning: 'An array with so many entries of a number, 0 if none is given, before and after its own along each axis.',
  group: 'arrays',
  symbol: 'pad',
  usage: padUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(padUsage, ['widths', 'value'], 'widths'),
  plan: ([shape], attributes) => padPlan(shape, attributes),
  views: (_slot, [shape], { widths = 0 }) => ({
    structure: 'a 1 in each column, where the entry comes to stand',
    push: { words: 't with zeros around it' },
    pull: {
      formula: `a[${(widthsOf(shape, widths) ?? []).map(([before], axis) => `${before}:${before + shape[axis]}`).join(', ') || ':'}]`,
    },
  }),
  latex: (x) => `\\operatorname{pad}\\left(${x}\\right)`,
  samples: [
    { shapes: [[3]], fixed: { operands: [1], keywords: new Map() } },
    { shapes: [[2, 2]], fixed: { operands: [[0, 2]], keywords: new Map() } },
    {
      shapes: [[2, 3]],
      fixed: {
        operands: [
          [
            [1, 0],
            [0, 2],
          ],
        ],
        keywords: new Map([['value', 1.5]]),
      },
    },
  ],
}

/** `x[places] = y` as an array of its own; its places are in its attributes. */
export const put: Selection = {
  kind: 'selection',
  name: 'put',
  title: 'put at places',
  meaning: 'x with the entries at some places replaced by those of y; of what comes to one place, the last counts.',
  group: 'arrays',
  symbol: 'put',
  isUnwritten: true,
  usage: 'put(x, y, index)',
  arity: { least: 2, most: 2 },
  attributes: () => NO_ATTRIBUTES,
  plan: ([x, y], attributes) => putPlan(x, y, attributes),
  views: (slot) =>
    slot === 0
      ? {
          structure: 'diagonal: 1 where nothing was put',
          push: { words: 't with 0 at the places' },
          pull: { words: 'a with 0 at the places' },
        }
      : {
          structure: 'a 1 in the row of each place, where its entry comes from',
          push: { words: 't at the places, 0 elsewhere' },
          pull: { words: 'the entries of a at the places' },
        },
  latex: (x, y) => `\\operatorname{put}\\left(${x}, ${y}\\right)`,
  samples: [
    { shapes: [[3], [2]], attributes: { index: [{ places: [2, 0] }] } },
    { shapes: [[2, 3], []], attributes: { index: [{ places: [1, 1] }, { start: 1, stop: null, step: null }] } },
  ],
}

/** The adjoint of a subscript; its places and shape are in its attributes. */
export const scatter: Selection = {
  kind: 'selection',
  name: 'scatter',
  title: 'add at places',
  meaning: 'Zeros, to which the entries of x are added at some places: what comes to one place adds up.',
  group: 'arrays',
  symbol: 'scatter',
  isUnwritten: true,
  usage: 'scatter(x, index)',
  arity: { least: 1, most: 1 },
  attributes: () => NO_ATTRIBUTES,
  plan: ([x], attributes) => scatterPlan(x, attributes),
  views: () => ({
    structure: 'a 1 in each column, where the entry is added',
    push: { words: 't added at the places' },
    pull: { words: 'the entries of a at the places' },
  }),
  latex: (x) => `\\operatorname{scatter}\\left(${x}\\right)`,
  samples: [
    { shapes: [[3]], attributes: { index: [{ places: [0, 2, 2] }], shape: [4] } },
    {
      shapes: [[2]],
      attributes: {
        index: [
          {
            mask: [
              [1, 0],
              [0, 1],
            ],
          },
        ],
        shape: [2, 2],
      },
    },
  ],
}

/** By axis, NumPy's rules: one number, a pair for all axes, or a pair for each; null where they fit no axis. */
function widthsOf(shape: Shape, widths: Value): (readonly [number, number])[] | null {
  if (typeof widths === 'number') return shape.map(() => [widths, widths])
  const isPair = widths.every((each) => typeof each === 'number')
  const pairs = (isPair ? [widths] : widths).map((each) => (typeof each === 'number' ? [each] : each))
  const read = pairs.map((pair) => [pair[0], pair.length === 1 ? pair[0] : pair[1]] as [number, number])
  if (pairs.some((pair) => pair.length < 1 || pair.length > 2)) return null
  if (read.length === 1) return shape.map(() => read[0])
  return read.length === shape.length ? read : null
}

function padPlan(shape: Shape, { widths = 0, value = 0 }: Attributes): Plan | Mismatch {
  const all = widthsOf(shape, widths)
  if (shape.length === 0 || !all)
    return {
      mismatch: ([x]) =>
        `${x} is ${shapeWords(shape)}: pad takes one number, a pair [before, after], or a pair for each axis of an array.`,
    }
  const longer = shape.map((length, axis) => length + all[axis][0] + all[axis][1])
  const [rows, columns] = [stridesOf(longer), stridesOf(shape)]
  const loops = shape.map((extent, axis) => ({ extent, strides: [rows[axis], columns[axis]] }))
  const row = all.reduce((start, [before], axis) => start + before * rows[axis], 0)
  return { ...selectionPlan(longer, [{ loops, row }]), rest: value }
}

function putPlan(x: Shape, y: Shape, { index = [] }: Attributes): Plan | Mismatch {
  const taken = placesFor(x, y, index)
  if (typeof taken === 'string') return { mismatch: ([a]) => `${a} is ${shapeWords(x)}: ${taken}` }
  const last = new Map(taken.places.map((place, entry) => [place, taken.columns[entry]]))
  const others = Array.from({ length: sizeOf(x) }, (_, place) => place).filter((place) => !last.has(place))
  return copyingPlan(x, [
    { rows: others, columns: others },
    { rows: [...last.keys()], columns: [...last.values()] },
  ])
}

function scatterPlan(x: Shape, { index = [], shape = x }: Attributes): Plan | Mismatch {
  const taken = placesFor(shape, x, index)
  if (typeof taken === 'string') return { mismatch: () => `Of ${shapeWords(shape)}, ${taken}` }
  return copyingPlan(shape, [{ rows: taken.places, columns: taken.columns }], { rest: 0, adds: true })
}

/** Places in an array, and by place the entry that comes there, of an array that is broadcast to them. */
function placesFor(shape: Shape, given: Shape, index: NonNullable<Attributes['index']>) {
  const taken = gatherPlaces(shape, index)
  if (typeof taken === 'string') return taken
  const spread = broadcast([given, taken.shape])
  if (!spread || !sameShape(spread, taken.shape))
    return `the places are ${shapeText(taken.shape) || 'one'}, and what comes there is ${shapeWords(given)}.`
  const strides = stretched(given, taken.shape)
  const rows = stridesOf(taken.shape)
  const columns = taken.places.map((_, entry) =>
    taken.shape.reduce((sum, length, axis) => sum + (Math.floor(entry / rows[axis]) % length) * strides[axis], 0),
  )
  return { places: taken.places, columns }
}
