import type { Expression, Subscript } from '../../language/syntax.ts'
import { type Shape, shapeWords } from '../../primitives/shape.ts'
import type { Mismatch } from '../../primitives/wiring.ts'
import type { Names } from './names.ts'

/** Of a step that gives a shape: all of its lengths, not one. */
export const ALL_LENGTHS = -1_000_000

/** Whether the expression is a call of the language's `shape`. */
export const isShape = (expression: Expression, names: Pick<Names, 'isOwn'>): boolean =>
  expression.kind === 'call' &&
  expression.callee === 'shape' &&
  expression.operands.length === 1 &&
  !names.isOwn('shape')

/** x of `shape(x)[0]`, which is one number; null for another subscript. */
export function shapeOperand({ target, indices }: Subscript, names: Pick<Names, 'isOwn'>): Expression | null {
  if (indices.length !== 1 || indices[0].kind !== 'at' || !isShape(target, names)) return null
  return target.kind === 'call' ? target.operands[0] : null
}

/** A length of a shape, or all of them; what is wrong where there is none. */
export function lengthsOf(shape: Shape, axis: number): Shape | number | Mismatch {
  if (shape.length === 0) return { mismatch: ([x]) => `${x} is a number, which has no axes.` }
  if (axis === ALL_LENGTHS) return shape
  const length = shape.at(axis)
  const axes = shape.length === 1 ? 'the axis 0' : `the axes 0 to ${shape.length - 1}`
  return length ?? { mismatch: ([x]) => `${x} is ${shapeWords(shape)}: it has ${axes}, and ${axis} is not among them.` }
}
