import { shapeName } from '../notation/numbers.ts'
import { type Shape, shapeText } from '../primitives/shape.ts'

/** A shape in few signs: `2×3`; `3-vector`, since a bare 3 looks like a value; nothing for numbers. */
export const shapeLabel = (shape: Shape): string => (shape.length === 1 ? shapeName(shape) : shapeText(shape))
