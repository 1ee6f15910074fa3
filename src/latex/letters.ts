import type { Span } from '../language/syntax.ts'
import { opensBracket, operandsIn } from './brackets.ts'
import { array, call, named, number } from './expressions.ts'
import { inside, type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import { type FormulaPart, plainText, scalar } from './part.ts'
import { power, raised } from './powers.ts'
import { type Reader, within } from './reader.ts'

/** Letters that name functions of mathematics, where something in brackets follows. */
const SPECIAL: ReadonlySet<string> = new Set(['Gamma', 'psi', 'zeta'])

type LetterToken = MathToken & { readonly kind: 'letter' }

/**
 * A letter with its index and exponent: a name, a call, a power, a transpose. σ of something that the text does not define is
 * the sigmoid.
 */
export function letter(reader: Reader, token: LetterToken): FormulaPart {
  if (token.name === 'e' && !token.sub && !token.isArray && token.sup) return exponential(reader, token, token.sup)
  const indexed = overIndex(reader, token)
  if (indexed) return raised(reader, indexed, token)
  refuseEntry(reader, token)
  const layer = token.sup ? layerOf(token.sup) : null
  const name = reader.names.nameOf(`${token.name}${suffix(reader, token)}${layer ?? ''}`, token.isArray)
  if (reader.names.functions.has(name) && opensBracket(reader)) return applied(reader, name, token)
  if (SPECIAL.has(token.name) && opensBracket(reader))
    throw new Unread(`The function \\${name} is not read here.`, token)
  if (name === 'sigma' && opensBracket(reader) && !reader.names.defined.has(name))
    return applied(reader, 'sigmoid', token)
  if (!isPrimed(token) && looksApplied(reader))
    throw new Unread(`${name} of something: define ${name}(x) = … first, or write \\cdot to multiply.`, token)
  const part: FormulaPart = { expression: named(name), rank: reader.names.rankOf(name), letter: name }
  return layer === null ? raised(reader, part, token) : part
}

const isPrimed = ({ sup }: LetterToken): boolean => sup !== null && plainText(sup).includes('\\prime')

function exponential(reader: Reader, token: LetterToken, sup: MathNode): FormulaPart {
  const text = plainText(sup)
  const isComplex = /(^|[^a-z\\])i([^a-z]|$)/.test(text) && !reader.running.some(({ letter: own }) => own === 'i')
  if (isComplex) throw new Unread('Complex numbers are not read here.', token)
  if (text.includes('\\prime') || text === '*') return power(reader, scalar(named('e')), sup, token)
  return scalar(call('exp', within(reader, sup).expression))
}

/** An index of a sum is the numbers that it runs through; a letter with it is the whole vector. Null without such an index. */
function overIndex({ names, running, shift }: Reader, token: LetterToken): FormulaPart | null {
  const own = running.find(({ letter: index }) => index === token.name)
  if (own && !token.sub) {
    names.indexUses++
    return scalar(array(Array.from({ length: own.last - own.first + 1 }, (_, k) => number(own.first + k))))
  }
  const letters = token.sub ? letterIndices(token.sub, shift) : null
  const here = running.filter(({ letter: index }) => letters?.includes(index))
  if (here.length === 0) return refuseFree(names.indices, letters, token)
  if (here.length > 1 || (letters?.length ?? 0) > 1)
    throw new Unread('A letter with two indices is not read here. Write the product with \\mathbf letters.', token)
  const [{ first, last }] = here
  const name = names.nameOf(token.name, token.isArray)
  names.isArray(name, 'vector', last - first + 1)
  names.runOver.set(keyOf(token), first)
  names.indexUses++
  return scalar(named(name))
}

/** yᵢ outside of the sum over i: it would be one more name, which nobody means. */
function refuseFree(indices: ReadonlyMap<string, unknown>, letters: string[] | null, token: LetterToken): null {
  const free = letters?.length === 1 && indices.has(letters[0]) ? letters[0] : null
  if (free === null) return null
  throw new Unread(
    `This ${token.name}_${free} stands outside of the sum over ${free}. Put what the sum adds in brackets.`,
    token,
  )
}

const keyOf = ({ name, isArray }: LetterToken): string => `${name} ${isArray}`

/** z_k beside a sum over all of z: as a name of its own it would be another number. w_0 beside a sum from 1 on is one. */
function refuseEntry({ names, shift }: Reader, token: LetterToken): void {
  const [only, ...others] = token.sub ? mathTokens(inside(token.sub), shift) : []
  const first = names.runOver.get(keyOf(token))
  if (first === undefined || others.length > 0) return
  if (only?.kind !== 'letter' && !(only?.kind === 'number' && Number(only.digits) >= first)) return
  throw new Unread(
    `${token.name} with this index is one entry of what a sum runs over, which is not read here. A softmax is written \\operatorname{softmax}(${token.name}).`,
    token,
  )
}

/** The letters of an index such as `i` or `ij`; null where it is something else. */
function letterIndices(sub: MathNode, shift: number): string[] | null {
  const tokens = mathTokens(inside(sub), shift).filter(({ kind }) => kind !== 'comma')
  const letters = tokens.flatMap((token) => (token.kind === 'letter' && !token.sub && !token.sup ? [token.name] : []))
  return letters.length === tokens.length ? letters : null
}

/** `_1`, `_i`, `_{t-1}` as the end of a name. */
export function suffix({ shift, running }: Reader, { sub, name, from, to }: LetterToken): string {
  if (!sub) return ''
  const tokens = mathTokens([sub], shift).flatMap((token) =>
    token.kind === 'fenced' && token.left === '' ? mathTokens(token.nodes, shift) : [token],
  )
  const isMoved = tokens.some(
    (token) => token.kind === 'letter' && running.some(({ letter: index }) => index === token.name),
  )
  if (isMoved) throw new Unread('An index is read alone, as in x_i; moved ones such as x_{i+1} are not.', { from, to })
  const text = tokens.map((token) => suffixText(token, name, { from, to })).join('')
  return /^\d+$/.test(text) ? text : `_${text}`
}

function suffixText(token: MathToken, name: string, at: Span): string {
  if (!token.sub && !token.sup) {
    if (token.kind === 'number') return token.digits
    if (token.kind === 'letter') return token.name
    if (token.kind === 'word' && /^\w+$/.test(token.word)) return token.word
    if (token.kind === 'comma') return '_'
    if (token.kind === 'operator' && token.text === '-') return '_minus_'
    if (token.kind === 'operator' && token.text === '+') return '_plus_'
  }
  throw new Unread(`This index of ${name} is not read here.`, at)
}

/** `W^{(1)}`: the number of a layer belongs to the name. */
function layerOf(sup: MathNode): string | null {
  const text = plainText(sup)
  return /^\(\w+\)$/.test(text) ? `_${text.slice(1, -1)}` : null
}

/** A letter and names alone in brackets: more often a function than a product. */
function looksApplied(reader: Reader): boolean {
  const { next, rest, shift } = reader
  if (!next || !opensBracket(reader)) return false
  const inner = next.kind === 'fenced' ? mathTokens(next.nodes, shift) : rest
  const end = inner.findIndex(({ kind }) => kind === 'close')
  return inner.slice(0, end < 0 ? undefined : end).every(({ kind }) => kind === 'letter' || kind === 'comma')
}

function applied(reader: Reader, name: string, token: LetterToken): FormulaPart {
  if (token.sup)
    throw new Unread(`Whether this is a power or an inverse of ${name} is not told. Write (${name}(x))^2.`, token)
  const { operands, sup } = operandsIn(reader, token)
  const value = scalar(call(name, ...operands.map(({ expression }) => expression)))
  return sup ? power(reader, value, sup, token) : value
}
