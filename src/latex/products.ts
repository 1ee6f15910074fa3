import { call, infix } from './expressions.ts'
import { Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import type { LatexNames } from './names.ts'
import { type FormulaPart, scalar, wider } from './part.ts'

/** Signs of products. */
export const PRODUCTS = new Set(['·', '×', '*', '⊙', 'mod'])

/**
 * What stands together, and `·` between numbers, multiplies; between arrays it is the product that their ranks allow. `at` is
 * the sign, or the right factor where there is none.
 */
export function multiplied(
  names: LatexNames,
  sign: string,
  left: FormulaPart,
  right: FormulaPart,
  at: MathToken,
): FormulaPart {
  if (sign === 'mod') return scalar(call('mod', left.expression, right.expression))
  const isByEntries = sign === '⊙' || left.rank === 'number' || right.rank === 'number'
  if (!isByEntries) return ofArrays(sign, left, right, at)
  const [a, b] = sign === '⊙' ? [left, right] : besideArrays(names, left, right)
  if (a !== left || b !== right) return multiplied(names, sign, a, b, at)
  return { expression: infix('*', left.expression, right.expression), rank: wider(left, right) }
}

/** What a transposed vector multiplies is an array too, and a capital letter right before a vector is a matrix. */
function besideArrays(names: LatexNames, left: FormulaPart, right: FormulaPart): [FormulaPart, FormulaPart] {
  const follows = left.rank === 'row' && right.rank === 'number' && right.letter !== undefined
  if (follows) return [left, asArray(names, right)]
  const precedes = right.rank !== 'number' && left.rank === 'number' && /^[A-Z]/.test(left.letter ?? '')
  return precedes ? [asArray(names, left), right] : [left, right]
}

/** A name that turns out to be an array. */
export function asArray(names: LatexNames, part: FormulaPart): FormulaPart {
  const letter = part.letter as string
  const rank = /^[A-Z]/.test(letter) ? 'matrix' : 'vector'
  names.isArray(letter, rank)
  return { ...part, rank }
}

function ofArrays(sign: string, left: FormulaPart, right: FormulaPart, at: MathToken): FormulaPart {
  const [a, b] = [left.expression, right.expression]
  const ranks = `${left.rank} ${right.rank}`
  if (sign === '×') throw new Unread('A cross product is not read here.', at)
  if (ranks === 'row vector' || (sign === '·' && ranks === 'vector vector')) return scalar(call('dot', a, b))
  if (ranks === 'vector row') return { expression: call('outer', a, b), rank: 'matrix' }
  if (ranks === 'row matrix') return { expression: infix('@', a, b), rank: 'row' }
  if (ranks === 'matrix vector') return { expression: infix('@', a, b), rank: 'vector' }
  if (ranks === 'matrix matrix') return { expression: infix('@', a, b), rank: 'matrix' }
  throw new Unread('These two arrays have no product in this order. Transpose one, or write \\odot.', at)
}
