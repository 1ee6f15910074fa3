import { type EdgeViews, isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { axisText, broadcastTo, keptAxisText, reshaped, summedTo, times } from './formulaText.ts'
import { axisOf, isReduction } from './plan.ts'
import type { Nary, Primitive } from './primitive.ts'
import { axesGiven, broadcast, groupOf, type Shape, sizeOf } from './shape.ts'
import type { Attributes } from './wiring.ts'

/** What an edge of any operation does, given the shapes of all operands: they must fit. */
export function viewsOf(
  operation: Operation,
  slot: number,
  shapes: readonly Shape[],
  attributes: Attributes,
): EdgeViews {
  if (isArrayPrimitive(operation)) return operation.views(slot, shapes, attributes)
  if (isReduction(operation, shapes.length)) return reductionViews(operation as Nary, shapes[0], attributes)
  return elementwiseViews(operation, slot, shapes)
}

/** The local partial in one slot, in the program's language. */
export function formulaOf(primitive: Primitive, slot: number, count: number): string {
  if (primitive.arity === 1) return primitive.formulas[0]
  return primitive.arity === 2 ? primitive.formulas[slot] : primitive.formula(slot, count)
}

function elementwiseViews(primitive: Primitive, slot: number, shapes: readonly Shape[]): EdgeViews {
  const shape = broadcast(shapes) ?? []
  const own = shapes[slot]
  const formula = formulaOf(primitive, slot, shapes.length)
  return {
    structure:
      sizeOf(own) === sizeOf(shape) ? 'diagonal' : 'one partial in each row, for the entry that was copied there',
    push: { formula: times(broadcastTo('t', own, shape), formula) },
    pull: { formula: summedTo(times('a', formula), shape, own) },
  }
}

function reductionViews({ formulaByEntry }: Nary, shape: Shape, attributes: Attributes): EdgeViews {
  const spread = (name: string): string => spreadAlong(name, shape, attributes)
  const formula = formulaByEntry?.(spread('v'), groupOf(shape, attributes), keptAxisText(attributes))
  const row = formula === '1' ? 'ones' : 'the partials of its entries'
  return {
    structure: axesGiven(attributes) === null ? `one row: ${row}` : `a row for each group along the axis: ${row}`,
    push: formula
      ? { formula: `sum(${times('t', formula)}${axisText(attributes)})` }
      : { words: 'each entry of t times the product of the others, summed' },
    pull: formula
      ? { formula: times(formula.includes('x') ? spread('a') : broadcastTo(spread('a'), [], shape), formula) }
      : { words: 'a times the product of the other entries' },
  }
}

/** The value of a reduction in a shape that broadcasts against what was reduced. */
function spreadAlong(name: string, shape: Shape, attributes: Attributes): string {
  const along = axesGiven(attributes)?.map((axis) => axisOf(axis, shape))
  if (!along || attributes.keepdims) return name
  const isFirst = Math.max(...along) < along.length
  return isFirst
    ? name
    : reshaped(
        name,
        [],
        shape.map((length, a) => (along.includes(a) ? 1 : length)),
      )
}
