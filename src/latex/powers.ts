import type { Span } from '../language/syntax.ts'
import { call, infix } from './expressions.ts'
import { type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { type FormulaPart, plainText, scalar } from './part.ts'
import { asArray } from './products.ts'
import { type Reader, within } from './reader.ts'

/** With the exponent behind it, if there is one. */
export function raised(reader: Reader, part: FormulaPart, token: MathToken): FormulaPart {
  if (token.sub && token.kind !== 'letter') throw new Unread('This index is not read here.', token)
  return token.sup ? power(reader, part, token.sup, token) : part
}

/** A power, a transpose, or an inverse matrix. */
export function power(reader: Reader, part: FormulaPart, sup: MathNode, at: Span): FormulaPart {
  const text = plainText(sup)
  if (isTransposed(reader, text, part)) return transposed(reader, part)
  if (text.includes('\\prime')) throw new Unread('A prime is not read here. Give the name an index instead.', at)
  if (/^(\*|\\ast)+$/.test(text)) throw new Unread('A star is not read here. Give the name an index instead.', at)
  if (text === '-1' && part.rank === 'matrix') return { expression: call('inv', part.expression), rank: 'matrix' }
  if (part.rank === 'matrix') throw new Unread('A power of a matrix is not read here. Write it as a product.', at)
  if (part.rank !== 'number') throw new Unread('A power of a vector is not read here. Write \\odot.', at)
  return scalar(infix('^', part.expression, within(reader, sup).expression))
}

function isTransposed({ names }: Reader, text: string, { rank, letter }: FormulaPart): boolean {
  if (text === '\\top' || text === '\\intercal') return true
  return text === 'T' && (rank !== 'number' || letter !== undefined) && !names.defined.has('T')
}

function transposed({ names }: Reader, part: FormulaPart): FormulaPart {
  const { expression, rank } = part.rank === 'number' && part.letter ? asArray(names, part) : part
  if (rank === 'matrix') return { expression: call('transpose', expression), rank }
  return { expression, rank: rank === 'vector' ? 'row' : rank === 'row' ? 'vector' : rank }
}
