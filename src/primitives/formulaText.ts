import type { Shape } from './shape.ts'
import { axesGiven, sameShape } from './shape.ts'
import type { Attributes } from './wiring.ts'

/** A list in the program's language: `[2, 3]`. */
export const listText = (items: readonly number[]): string => `[${items.join(', ')}]`

/** `, axis=0, keepdims=True`, after the operands of a reduction. */
export function axisText({ axis, axes, keepdims }: Attributes): string {
  const along = axes ? listText(axes) : axis
  return `${along === undefined ? '' : `, axis=${along}`}${keepdims ? ', keepdims=True' : ''}`
}

/** The same with its axes kept, so that the value broadcasts against what is reduced. */
export const keptAxisText = ({ axis, axes }: Attributes): string =>
  axisText({ axis, axes, keepdims: axesGiven({ axis, axes }) !== null })

/** A product, whose second factor is bracketed where that is needed. */
export function times(factor: string, formula: string): string {
  if (formula === '1') return factor
  if (formula === '-1') return `-${factor}`
  return `${factor}*${isClosed(formula) ? formula : `(${formula})`}`
}

/** Whether a formula is a name, a number or a call. */
const isClosed = (formula: string): boolean => /^[\w.]+(\([^()]*\))?$/.test(formula)

/** A formula of one shape as one of the shape that it is broadcast to. */
export const broadcastTo = (formula: string, from: Shape, to: Shape): string =>
  sameShape(from, to) ? formula : `broadcast_to(${formula}, ${listText(to)})`

/** The other way: its entries summed over the axes along which the shape `to` was stretched. */
export function summedTo(formula: string, from: Shape, to: Shape): string {
  if (to.length === 0 && from.length > 0) return `sum(${formula})`
  let summed = formula
  const added = from.length - to.length
  for (let axis = 0; axis < added; axis++) summed = `sum(${summed}, axis=0)`
  for (const [axis, length] of to.entries())
    if (length === 1 && from[added + axis] > 1) summed = `sum(${summed}, axis=${axis}, keepdims=True)`
  return summed
}

/** A formula of one shape as one of another with as many entries. */
export function reshaped(formula: string, from: Shape, to: Shape): string {
  if (sameShape(from, to)) return formula
  return to.length === 0 ? `sum(${formula})` : `reshape(${formula}, ${listText(to)})`
}
