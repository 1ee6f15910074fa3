import type { Selection } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { listText } from '../formulaText.ts'
import { axisOf, noAxis } from '../plan.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { selectionPlan } from './selection.ts'

const usage = 'transpose(x, axes)'

export const transpose: Selection = {
  kind: 'selection',
  name: 'transpose',
  title: 'transpose',
  meaning: 'Rows as columns and columns as rows; or the axes in the order that axes gives.',
  group: 'arrays',
  symbol: 'T',
  usage,
  arity: { least: 1, most: 1 },
  attributes: reading(usage, ['axes']),
  plan: ([shape], attributes) => transposePlan(shape, attributes),
  views: (_slot, [shape], { axes }) => ({
    structure: 'a permutation: one 1 in each row and column',
    push: { formula: axes ? `transpose(t, ${listText(axes)})` : 't.T' },
    pull: { formula: axes ? `transpose(a, ${listText(inverse(axes, shape))})` : 'a.T' },
  }),
  latex: (x) => `{${x}}^{\\top}`,
  samples: [
    { shapes: [[2, 3]] },
    { shapes: [[3]] },
    { shapes: [[]] },
    { shapes: [[2, 3, 4]] },
    { shapes: [[2, 3, 4]], fixed: { operands: [[1, -1, 0]], keywords: new Map() } },
  ],
}

function transposePlan(shape: Shape, { axes }: Attributes): Plan | Mismatch {
  const order = axes ? axes.map((axis) => axisOf(axis, shape)) : shape.map((_, axis) => axis).reverse()
  const missing = order.findIndex(Number.isNaN)
  if (axes && missing >= 0) return noAxis(axes[missing], shape)
  if (order.length !== shape.length || new Set(order).size !== order.length)
    return {
      mismatch: ([x]) =>
        `${x} is ${shapeWords(shape)}: axes must name each of its ${shape.length} axes once, and ${listText(axes ?? [])} does not.`,
    }
  const turned = order.map((axis) => shape[axis])
  const rows = stridesOf(turned)
  const columns = stridesOf(shape)
  const loops = turned.map((extent, axis) => ({ extent, strides: [rows[axis], columns[order[axis]]] }))
  return selectionPlan(turned, [{ loops }])
}

/** The order of axes that undoes another. */
function inverse(axes: readonly number[], shape: Shape): number[] {
  const order = axes.map((axis) => axisOf(axis, shape))
  return order.map((_, axis) => order.indexOf(axis))
}
