import type { Expression } from '../language/syntax.ts'
import type { MathNode } from './mathNode.ts'
import { inside } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'

/** What a part of a formula is: a number, a vector as a column or (transposed) as a row, or a matrix. */
export type Rank = 'number' | 'vector' | 'row' | 'matrix'

/** A part of a formula as the program writes it, and what it is. */
export interface FormulaPart {
  readonly expression: Expression
  readonly rank: Rank
  /** The name, where the part is a name alone. */
  readonly letter?: string
}

export const scalar = (expression: Expression): FormulaPart => ({ expression, rank: 'number' })

const ORDER: readonly Rank[] = ['number', 'row', 'vector', 'matrix']

/** Of two parts that are added. */
export const wider = (a: FormulaPart, b: FormulaPart): Rank =>
  ORDER[Math.max(ORDER.indexOf(a.rank), ORDER.indexOf(b.rank))]

/** The letters of a short index or exponent, as written. */
export const plainText = (node: MathNode): string => inside(node).map(lettersOf).join('')

function lettersOf({ text, base, body }: MathNode): string {
  if (text !== undefined) return text
  if (base) return plainText(base)
  return body ? plainText({ type: '', body }) : '?'
}

/** The nodes without the groups around them. */
export const unwrapped = (node: MathNode): readonly MathNode[] =>
  node.type === 'ordgroup' || node.type === 'styling' ? inside(node).flatMap(unwrapped) : [node]

/** A whole number; null where it is something else. */
export function plainNumber(tokens: readonly MathToken[]): number | null {
  const [only, ...others] = tokens
  if (only?.kind !== 'number' || others.length > 0 || only.sup || only.sub) return null
  return /^\d+$/.test(only.digits) ? Number(only.digits) : null
}
