import type { Expression } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import type { Shape } from '../../primitives/shape.ts'
import { infixOp } from '../operations.ts'
import type { Scope } from './declarations.ts'
import type { ProgramProblems } from './problems.ts'

export const productOp = infixOp('*')

const DOT = /[·⋅•∙]/

/**
 * Says once how a product of arrays is read, where it may be meant otherwise: `w·x`, which is a dot product elsewhere, and
 * `W*x` where the matrix product W @ x has a meaning too.
 */
export function noteProduct(
  expression: Expression,
  [left = [], right = []]: readonly Shape[],
  { source }: Scope,
  problems: ProgramProblems,
): void {
  if (expression.kind !== 'infix' || left.length === 0 || right.length === 0) return
  const [a, b] = [expression.left, expression.right].map(({ from, to }) => source.slice(from, to))
  const sign = source.slice(expression.left.to, expression.right.from)
  const areVectors = left.length === 1 && right.length === 1
  if (DOT.test(sign) || (!sign.includes('⊙') && a !== b && isMatrixProduct(left, right)))
    problems.noteOnce('a product of arrays', expression, () => {
      const product = areVectors
        ? `The dot product is dot(${a}, ${b})`
        : `The matrix product is ${bracketed(expression.left, a)} @ ${bracketed(expression.right, b)}`
      return `${quote(source.slice(expression.from, expression.to))} is read entry by entry. ${shorten(product, LONGEST)}.`
    })
}

const LONGEST = 80

const bracketed = ({ kind }: Expression, text: string): string => (kind === 'infix' ? `(${text})` : text)

/** Whether `@` would take them too, the left one being a matrix. */
const isMatrixProduct = (left: Shape, right: Shape): boolean =>
  left.length === 2 && right.length <= 2 && left[1] === right[0]
