import type { Expression } from '../language/syntax.ts'
import { opensBracket, operandsIn } from './brackets.ts'
import { call, infix, named } from './expressions.ts'
import { functionOf, INVERSES, REDUCING, REFUSED } from './functions.ts'
import { letter } from './letters.ts'
import { Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { type FormulaPart, plainText, scalar } from './part.ts'
import { power } from './powers.ts'
import { multiplied } from './products.ts'
import { type Reader, within } from './reader.ts'
import { big, extreme } from './sums.ts'

type WordToken = MathToken & { readonly kind: 'word' }

/** A word with its operand: a function of the language, one that the text defines, Σ or Π; or a name. */
export function word(reader: Reader, token: WordToken): FormulaPart {
  const written = token.word
  if (written === '∞') return scalar(named('inf'))
  if (written === 'sum' || written === 'prod') return big(reader, written, token)
  if (Object.hasOwn(REFUSED, written)) throw new Unread(REFUSED[written], token)
  const isDefined = reader.names.functions.has(written)
  const callee = isDefined ? undefined : functionOf(written)
  if (callee && (token.sub || token.sup || reader.next)) return ofLanguage(reader, callee, token)
  if (!/^[A-Za-z]\w*$/.test(written)) throw new Unread(`“${written}” is not read here.`, token)
  if (opensBracket(reader) && !isDefined)
    throw new Unread(`${written} is no function that is known here. Define it: ${written}(x) = …`, token)
  return letter(reader, { ...token, kind: 'letter', name: written, isArray: false })
}

function ofLanguage(reader: Reader, callee: string, token: WordToken): FormulaPart {
  const isInverse = token.sup !== null && plainText(token.sup) === '-1'
  if (token.sub && REDUCING.has(callee)) return extreme(reader, callee, token)
  if (token.sub && callee !== 'log') throw new Unread('This index of a function is not read here.', token)
  if (isInverse && !Object.hasOwn(INVERSES, callee)) throw new Unread('This inverse function is not read here.', token)
  const name = isInverse ? INVERSES[callee] : callee
  const base = token.sub ? within(reader, token.sub).expression : null
  const isBracketed = opensBracket(reader, '([{')
  const { operands, sup } = isBracketed ? operandsIn(reader, token) : { operands: [argument(reader, token)], sup: null }
  const of = operands.map(({ expression }) => expression)
  const value = base ? logarithm(base, of[0]) : call(name, ...of)
  const part: FormulaPart = { expression: value, rank: REDUCING.has(name) ? 'number' : (operands[0]?.rank ?? 'number') }
  const exponent = (isInverse ? null : token.sup) ?? sup
  return exponent ? power(reader, part, exponent, token) : part
}

/** Without brackets: what is written together, up to the next sign or function. */
function argument(reader: Reader, token: MathToken): FormulaPart {
  if (!reader.next) throw new Unread('The operand of this function is missing.', token)
  let product = reader.factor()
  for (let { next } = reader; next?.kind === 'letter' || next?.kind === 'number'; next = reader.next)
    product = multiplied(reader.names, '', product, reader.factor(), next)
  return product
}

const logarithm = (base: Expression, of: Expression): Expression => {
  if (base.kind === 'number' && (base.value === 2 || base.value === 10)) return call(`log${base.value}`, of)
  return infix('/', call('log', of), call('log', base))
}
