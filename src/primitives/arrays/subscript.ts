import { count } from '../../language/words.ts'
import type { Selection } from '../arrayPrimitive.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import { type Attributes, type AxisIndex, type Mismatch, NO_ATTRIBUTES, type Plan } from '../wiring.ts'
import { selectionPlan } from './selection.ts'

/** `x[0]`, `W[0, :]`, `x[::-1]`: what the subscript says is in its attributes. */
export const subscript: Selection = {
  kind: 'selection',
  name: 'index',
  title: 'subscript',
  meaning: 'Entries by their place: numbers count from 0, or from the end if negative; start:stop:step takes a part.',
  group: 'arrays',
  symbol: '[ ]',
  usage: 'x[0]',
  arity: { least: 1, most: 1 },
  attributes: () => NO_ATTRIBUTES,
  plan: ([shape], attributes) => subscriptPlan(shape, attributes),
  views: (_slot, _shapes, { index = [] }) => ({
    structure: 'a 1 in each row, where the entry is taken from',
    push: { formula: `t${subscriptText(index)}` },
    pull: { words: 'a where the entries were taken from, 0 elsewhere' },
  }),
  latex: (x) => `{${x}}_{\\left[\\,\\cdot\\,\\right]}`,
  samples: [{ shapes: [[3]] }, { shapes: [[2, 3]] }],
}

/** A subscript in the program's language: `[0, 1:, ::-1]`. */
const subscriptText = (index: readonly AxisIndex[]): string => `[${index.map(axisIndexText).join(', ') || ':'}]`

function axisIndexText(index: AxisIndex): string {
  if ('at' in index) return String(index.at)
  const { start, stop, step } = index
  return `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`
}

/** What a subscript takes of one axis: a number takes one entry and the axis away. */
interface Taken {
  readonly first: number
  readonly step: number
  readonly count: number
  readonly isKept: boolean
}

function subscriptPlan(shape: Shape, { index = [] }: Attributes): Plan | Mismatch {
  if (index.length > shape.length) return { mismatch: ([x]) => tooMany(x, shape, index.length) }
  const taken: Taken[] = []
  for (const [axis, length] of shape.entries()) {
    const part = take(index[axis], length)
    if (typeof part === 'string')
      return { mismatch: ([x]) => `${x} is ${shapeWords(shape)}: ${part.replace('#', `${axis}`)}` }
    taken.push(part)
  }
  const kept = taken.filter(({ isKept }) => isKept).map(({ count }) => count)
  return selectionPlan(kept, [pieceOf(shape, kept, taken)])
}

function pieceOf(shape: Shape, kept: Shape, taken: readonly Taken[]) {
  const rows = stridesOf(kept)
  const columns = stridesOf(shape)
  let column = 0
  const loops = taken.flatMap(({ first, step, count, isKept }, axis) => {
    column += first * columns[axis]
    return isKept ? [{ extent: count, stride: step * columns[axis] }] : []
  })
  return { column, loops: loops.map(({ extent, stride }, axis) => ({ extent, strides: [rows[axis], stride] })) }
}

/** NumPy's rules for one axis; a sentence where nothing is there to take, with # for the axis. */
function take(index: AxisIndex | undefined, length: number): Taken | string {
  if (!index) return { first: 0, step: 1, count: length, isKept: true }
  if (!('at' in index)) return slice(index, length)
  const first = index.at < 0 ? index.at + length : index.at
  if (first >= 0 && first < length) return { first, step: 1, count: 1, isKept: false }
  return `axis # has the places 0 to ${length - 1}, and ${index.at} is not among them.`
}

function slice(index: Exclude<AxisIndex, { at: number }>, length: number): Taken | string {
  const step = index.step ?? 1
  if (step === 0) return 'the step along axis # is 0, which goes nowhere.'
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1]
  const within = (place: number): number => Math.min(Math.max(place < 0 ? place + length : place, low), high)
  const first = index.start === null ? (step > 0 ? low : high) : within(index.start)
  const end = index.stop === null ? (step > 0 ? high : low) : within(index.stop)
  const count = Math.ceil((end - first) / step)
  if (count > 0) return { first, step, count, isKept: true }
  return `${axisIndexText(index)} takes nothing of axis #, whose length is ${length}.`
}

function tooMany(x: string, shape: Shape, named: number): string {
  if (shape.length === 0) return `${x} is a number, which has no entries to take.`
  return `${x} is ${shapeWords(shape)}: it has ${count(shape.length, 'axis', 'axes')}, and the subscript names ${named}.`
}
