import type { Selection } from '../arrayPrimitive.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import { type Attributes, type AxisIndex, type Mismatch, NO_ATTRIBUTES, type Plan } from '../wiring.ts'
import { type Gathered, gatherPlaces, type TakenAxes, takenAxes } from './gathering.ts'
import { type CopiedPiece, copyingPlan, selectionPlan } from './selection.ts'
import { subscriptText } from './subscriptText.ts'

/** `x[0]`, `W[0, :]`, `x[::-1]`, `x[[0, 2, 2]]`: what the subscript says is in its attributes. */
export const subscript: Selection = {
  kind: 'selection',
  name: 'index',
  title: 'subscript',
  meaning:
    'Entries by their place: numbers count from 0, or from the end if negative; start:stop:step takes a part, an array of places or a mask what they name.',
  group: 'arrays',
  symbol: '[ ]',
  usage: 'x[0]',
  arity: { least: 1, most: 1 },
  attributes: () => NO_ATTRIBUTES,
  plan: ([shape], attributes) => subscriptPlan(shape, attributes),
  views: (_slot, _shapes, { index = [] }) => ({
    structure: 'a 1 in each row, where the entry is taken from',
    push: isPlain(index) ? { formula: `t${subscriptText(index)}` } : { words: 'the entries of t at the same places' },
    pull: { words: 'a where the entries were taken from, added up where one was taken twice, 0 elsewhere' },
  }),
  latex: (x) => `{${x}}_{\\left[\\,\\cdot\\,\\right]}`,
  samples: [{ shapes: [[3]] }, { shapes: [[2, 3]] }],
}

/** Whether a subscript is of numbers and slices alone, which the language has formulas for. */
const isPlain = (index: readonly AxisIndex[]): boolean => index.every((part) => 'at' in part || 'start' in part)

function subscriptPlan(shape: Shape, { index = [] }: Attributes): Plan | Mismatch {
  const hasArrays = index.some((part) => 'places' in part || 'mask' in part)
  const gathered = hasArrays ? gatherPlaces(shape, index) : null
  const taken = hasArrays ? [] : takenAxes(shape, index)
  const wrong = [gathered, taken].find((found) => typeof found === 'string')
  if (typeof wrong === 'string') return { mismatch: ([x]) => nothingTaken(x, shape, wrong) }
  if (gathered) {
    const { shape: own, places } = gathered as Gathered
    return copyingPlan(own, [{ columns: places }])
  }
  return selectionPlan(...pieceOf(taken as TakenAxes[]))
}

const nothingTaken = (x: string, shape: Shape, why: string): string =>
  shape.length === 0 ? `${x} is a number, which has no entries to take.` : `${x} is ${shapeWords(shape)}: ${why}`

/** Numbers and slices go on in even steps along each axis. */
function pieceOf(taken: readonly TakenAxes[]): [Shape, CopiedPiece[]] {
  const shape = taken.flatMap((axes) => axes.shape)
  const rows = stridesOf(shape)
  const kept = taken.filter((axes) => axes.shape.length > 0)
  const loops = kept.map(({ offsets }, axis) => ({
    extent: offsets.length,
    strides: [rows[axis], offsets.length > 1 ? offsets[1] - offsets[0] : 0],
  }))
  return [shape, [{ loops, column: taken.reduce((sum, { offsets }) => sum + offsets[0], 0) }]]
}
