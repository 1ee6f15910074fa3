import { type Shape, shapeText } from '../primitives/shape.ts'
import type { Value } from '../primitives/value.ts'

/** The shape of a value: arrays are never ragged. */
export const shapeOf = (value: Value): Shape => (typeof value === 'number' ? [] : [value.length, ...shapeOf(value[0])])

/** What an array of the shape is called: `3-vector`, `2×3 matrix`, `2×3×4 array`; a scalar is a `number`. */
export function shapeName(shape: Shape): string {
  if (shape.length === 0) return 'number'
  if (shape.length === 1) return `${shape[0]}-vector`
  return `${shapeText(shape)} ${shape.length === 2 ? 'matrix' : 'array'}`
}

/** A shape in few signs: `2×3`; `3-vector`, since a bare 3 looks like a value; nothing for numbers. */
export const shapeLabel = (shape: Shape): string => (shape.length === 1 ? shapeName(shape) : shapeText(shape))

/** A shape with its article: `a 3-vector`, `an 8×2 matrix`; what is no shape stays as it is. */
export const withArticle = (text: string): string =>
  /-vector|matrix|array/.test(text) ? `${/^(8|1[18]\b)/.test(text) ? 'an' : 'a'} ${text}` : text
