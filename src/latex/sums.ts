import type { Expression } from '../language/syntax.ts'
import { call, infix, number } from './expressions.ts'
import { suffix } from './letters.ts'
import { inside, type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import type { RunningIndex } from './names.ts'
import { type FormulaPart, plainNumber, plainText, scalar } from './part.ts'
import type { Reader } from './reader.ts'

/** How many terms a sum has whose text does not say it. */
const UNTOLD = 3
const MOST_TERMS = 100

/** Σ and Π over an index: what they take together is the product that follows. */
export function big(reader: Reader, word: 'sum' | 'prod', token: MathToken): FormulaPart {
  const index = rangeOf(reader, token)
  const { indexUses } = reader.names
  const body = over(reader, index, token)
  const turns = number(index.last - index.first + 1)
  if (reader.names.indexUses > indexUses) return scalar(call(word, body))
  return scalar(word === 'sum' ? infix('*', turns, body) : infix('^', body, turns))
}

/** `\max_i x_i` */
export function extreme(reader: Reader, callee: string, token: MathToken): FormulaPart {
  const letter = plainText(token.sub as MathNode)
  if (!/^[a-z]$/.test(letter)) throw new Unread('This index of a function is not read here.', token)
  const index = reader.names.indices.get(letter) ?? { letter, first: 1, last: UNTOLD }
  reader.names.index(index)
  return scalar(call(callee, over(reader, index, token)))
}

function over(reader: Reader, index: RunningIndex, at: MathToken): Expression {
  if (reader.running.length > 0) throw new Unread('A sum within a sum is not read here. Write \\mathbf letters.', at)
  const { rank, expression } = reader.productOver(index)
  if (rank !== 'number') throw new Unread('Vectors within a sum over an index are not read here.', at)
  return expression
}

/** `_{i=1}^{n}`; without bounds, or with a letter above, the text does not say how many there are. */
function rangeOf(reader: Reader, token: MathToken): RunningIndex {
  const below = token.sub ? mathTokens(inside(token.sub), reader.shift) : []
  const [letter, equals, ...lowest] = below
  if (letter?.kind !== 'letter' || (equals && (equals.kind !== 'operator' || equals.text !== '=')))
    throw new Unread('A sum is read over an index, as in \\sum_{i=1}^{n}.', token)
  const first = equals ? plainNumber(lowest) : 1
  const last = first === null ? 0 : token.sup ? bound(reader, token.sup, first) : first + UNTOLD - 1
  if (first === null || last < first || last - first >= MOST_TERMS)
    throw new Unread(`A sum is read over whole numbers, at most ${MOST_TERMS} of them.`, token)
  const index = { letter: letter.name, first, last }
  reader.names.index(index)
  return index
}

function bound(reader: Reader, sup: MathNode, first: number): number {
  const tokens = mathTokens(inside(sup), reader.shift)
  const value = plainNumber(tokens)
  if (value !== null) return value
  const [letter, ...others] = tokens
  if (letter?.kind !== 'letter' || others.length > 0 || letter.sup)
    throw new Unread('The upper bound of a sum is read as a number or a letter.', letter ?? reader.whole)
  const { names } = reader
  const name = names.nameOf(`${letter.name}${suffix(reader, letter)}`, false)
  const known = names.bounds.get(name) ?? first + UNTOLD - 1
  names.bounds.set(name, known)
  return known
}
