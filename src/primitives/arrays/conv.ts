import type { Contraction, EdgeViews } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { contractionPlan, type ProductLoop } from './contraction.ts'

const usage = 'conv(x, kernel, stride=1)'

export const conv: Contraction = {
  kind: 'contraction',
  name: 'conv',
  title: 'convolution',
  meaning:
    'The sum of products of the kernel with each window of x that lies inside; the kernel is not turned round, as deep learning has it.',
  group: 'neural networks',
  symbol: 'conv',
  usage,
  arity: { least: 2, most: 2 },
  attributes: reading(usage, ['stride']),
  plan: ([x, kernel], attributes) => convPlan(x, kernel, attributes),
  views: (slot, _shapes, { stride = 1 }) => viewsOf(slot, stride),
  latex: (x, kernel) => `${x} \\star ${kernel}`,
  samples: [
    { shapes: [[5], [2]] },
    { shapes: [[3], [3]] },
    { shapes: [[7], [3]], fixed: { operands: [], keywords: new Map([['stride', 2]]) } },
    {
      shapes: [
        [4, 5],
        [2, 3],
      ],
    },
    {
      shapes: [
        [5, 6],
        [3, 1],
      ],
      fixed: { operands: [2], keywords: new Map() },
    },
    {
      shapes: [
        [3, 2, 3],
        [2, 2, 2],
      ],
    },
  ],
}

function convPlan(x: Shape, kernel: Shape, { stride = 1 }: Attributes): Plan | Mismatch {
  const both = ([a, b]: readonly string[]): string =>
    `${a} is ${shapeWords(x)} and the kernel ${b} is ${shapeWords(kernel)}`
  if (x.length === 0 || x.length !== kernel.length)
    return { mismatch: (names) => `conv takes arrays with equally many axes, and ${both(names)}.` }
  const axis = kernel.findIndex((length, a) => length > x[a])
  if (axis >= 0)
    return {
      mismatch: (names) =>
        `${both(names)}: along axis ${axis} the kernel (${kernel[axis]}) is longer than ${names[0]} (${x[axis]}).`,
    }
  const shape = x.map((length, a) => Math.floor((length - kernel[a]) / stride) + 1)
  return contractionPlan(shape, loopsOf(shape, x, kernel, stride))
}

/** Loops over windows and over the kernel; the last axis of the windows is innermost, since its entries stand side by side. */
function loopsOf(shape: Shape, x: Shape, kernel: Shape, stride: number): ProductLoop[] {
  const [rows, xs, ks] = [shape, x, kernel].map(stridesOf)
  const windows = shape.map((extent, axis): ProductLoop => ({ extent, row: rows[axis], x: xs[axis] * stride, y: 0 }))
  const inside = kernel.map((extent, axis): ProductLoop => ({ extent, row: 0, x: xs[axis], y: ks[axis] }))
  return [...windows.slice(0, -1), ...inside, ...windows.slice(-1)]
}

function viewsOf(slot: number, stride: number): EdgeViews {
  const steps = stride === 1 ? '' : `, stride=${stride}`
  if (slot === 0)
    return {
      structure: 'a row for each window, with the kernel y where the window lies',
      push: { formula: `conv(t, y${steps})` },
      pull: { words: 'each entry of a times the kernel y, added up where its window lies' },
    }
  return {
    structure: 'a row for each window, with the entries of x in it',
    push: { formula: `conv(x, t${steps})` },
    pull: stride === 1 ? { formula: 'conv(x, a)' } : { words: 'each window of x times its entry of a, added up' },
  }
}
