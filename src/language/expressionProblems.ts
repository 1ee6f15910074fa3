import type { IsFunction } from './calling.ts'
import { type Diagnostic, error, type Fix, note } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import { printExpression } from './print.ts'
import type { Expression, Infix, InfixOperator, Span } from './syntax.ts'
import { closingOf, isClosing, isComma, isOperator, type Token } from './token.ts'
import { quote, shorten } from './words.ts'

const write = (token: Token, text: string): Fix => ({ label: `Write ${text}`, changes: [replacing(token, text)] })

const remove = (token: Token): Fix => ({ label: `Remove ${token.text}`, changes: [deleting(token)] })

/** An operand is expected where `tokens[at]` stands, and something else, or nothing, stands there. */
export function missingOperand(tokens: readonly Token[], at: number, isFunction: IsFunction): Diagnostic {
  const before = tokens[at - 1]
  const token = tokens[at]
  if (before?.text === '(' || before?.text === '[') return missingAfterBracket(tokens, at, isFunction)
  if (before && isComma(before)) return missingBesideComma(before, token)
  if (before?.kind !== 'operator' || before.text === '=') return missingAtStart(before, token)
  return isOperator(token, '=') ? compoundAssignment(before, token as Token) : missingBesideOperator(before, token)
}

/** `einsum('ij,jk` */
export const unclosedText = (text: Token): Diagnostic =>
  error(text, `Write ${text.text[0]} where the subscripts end, as in einsum('ij,jk->ik', A, B).`)

/** `einsum('ij')` */
export const textAlone = (text: Token): Diagnostic =>
  error(text, "After the subscripts come a comma and the arrays, as in einsum('ij,jk->ik', A, B).")

/** `x += 1` */
export function compoundAssignment(before: Token, token: Token): Diagnostic {
  const written = quote(`${before.text}=`)
  const span = { from: before.from, to: token.to }
  return error(
    span,
    `${written} is not part of the language: a name keeps its one value. Give the new value a new name.`,
  )
}

function missingAfterBracket(tokens: readonly Token[], at: number, isFunction: IsFunction): Diagnostic {
  const [callee, open, token] = [tokens[at - 2], tokens[at - 1] as Token, tokens[at]]
  if (!token || !isClosing(token))
    return error(open, `Something is missing after ${quote(open.text)}. Write a number, a name or an expression there.`)
  const span = { from: open.from, to: token.to }
  if (open.text === '[')
    return error(
      span,
      'There is nothing in this array. Write its entries there, as in [1, 2]; zeros(2, 3) has 2 rows of 3 zeros.',
    )
  if (callee?.kind !== 'callee')
    return error(span, 'There is nothing between these brackets. Write an expression there, or remove them.')
  const message = `There is nothing between the brackets of ${quote(callee.text)}. Write its operands there`
  return error(span, isFunction(callee.text) ? `${message}.` : `${message}; a plain name has no brackets.`)
}

/** A comma before a closing bracket says nothing; between two operands one may be missing. */
const missingBesideComma = (comma: Token, next: Token | undefined): Diagnostic =>
  error(
    comma,
    'An operand is missing after this comma. Write it there, or remove the comma.',
    next && isClosing(next) ? remove(comma) : undefined,
  )

function missingBesideOperator(before: Token, token: Token | undefined): Diagnostic {
  const place = token ? `between ${quote(before.text)} and ${quote(token.text)}` : `after ${quote(before.text)}`
  return error(before, `A number or a name is missing ${place}.`)
}

function missingAtStart(before: Token | undefined, token: Token | undefined): Diagnostic {
  if (!token) return error(before as Token, 'The value is missing after “=”. Write it there, as in f = x^2.')
  if (isClosing(token)) return strayBracket(token)
  const dot = token.text === '<' ? ' For a dot product write dot(u, v).' : ''
  return error(token, `A number or a name is missing before ${quote(token.text)}.${dot}`)
}

export const strayBracket = (token: Token): Diagnostic =>
  error(token, `${quote(token.text)} closes a bracket that was never opened. Remove it, or open the bracket before it.`)

export function bracketMismatch(open: Token, token: Token): Diagnostic {
  const closing = closingOf(open).trim()
  return error(
    token,
    `“${open.text}” is closed by “${token.text}” here. Close it with “${closing}”.`,
    write(token, closing),
  )
}

/** Brackets that are open where the expression ends, the innermost last. Where they close is plain only if nothing else could stand outside. */
export function unclosedBracket(open: readonly Token[], tokens: readonly Token[], end: number): Diagnostic {
  const closing = open
    .map((token) => closingOf(token).trim())
    .reverse()
    .join('')
  const message =
    open.length === 1 ? 'This bracket is never closed.' : `${open.length} brackets from here on are never closed.`
  const isPlain = closesAtEnd(open, tokens.slice(tokens.indexOf(open[0] as Token) + 1))
  return error(
    open[0] as Token,
    `${message} Write ${quote(closing)} where the expression in it ends.`,
    isPlain ? { label: `Write ${shorten(closing)} at the end`, changes: [inserting(end, closing)] } : undefined,
  )
}

/** Whether what stands in the brackets is one operand, or a list in one bracket. */
const closesAtEnd = (open: readonly Token[], inside: readonly Token[]): boolean =>
  !inside.some((token) => token.kind === 'operator') &&
  (!inside.some(isComma) || open.length === 1 || open.every(({ text }) => text === '['))

/** `1.T` or `x².T` */
export function transposedNumber(before: Token, token: Token): Diagnostic {
  const message =
    before.kind === 'number'
      ? 'A number has no transpose, so that “.T” does nothing here. Remove it.'
      : '“.T” stands after a name or a closing bracket. Put brackets around the power.'
  return error(token, message, before.kind === 'number' ? remove(token) : undefined)
}

/** Dots in an array, or beside something in a subscript. */
export const strayEllipsis = (token: Token): Diagnostic =>
  error(
    token,
    `${quote(token.text)} stands alone between the commas of a subscript, as in x[..., 0]. Of an array write every entry.`,
  )

export const strayColon = (token: Token): Diagnostic =>
  error(
    token,
    '“:” stands only between the bounds of a slice, as in W[1:3, :]. Between the items of an array stands a comma.',
  )

/** What stands before a factor whose sign is left out is taken first; the fix writes so, and changes nothing. */
const ambiguous =
  (first: string, otherwise: string) =>
  (source: string, before: Span, factor: Token): Diagnostic => {
    const left = shorten(source.slice(before.from, before.to))
    const right = beginning(factor)
    return note(
      { from: before.from, to: factor.to },
      `“${left}${right}” is read as (${left})·${right}: the ${first} comes first. To ${otherwise} the product, put brackets around it.`,
      { label: `Write ${left}*${right}`, changes: [inserting(before.to, '*')] },
    )
  }

/** How what starts with the token is called: `f(…)`, `‖…‖`. */
function beginning(token: Token): string {
  if (token.kind === 'callee') return `${shorten(token.text)}(…)`
  return token.kind === 'bracket' ? `${token.text}…${closingOf(token).trim()}` : shorten(token.text)
}

/** `1/2x` */
export const ambiguousQuotient = ambiguous('division', 'divide by')

/** `e^2x` */
export const ambiguousPower = ambiguous('power', 'raise to')

/** `exp^x` */
export const powerOf = (name: Token): Diagnostic =>
  error(name, `${quote(name.text)} is a function. Brackets stand around what it is applied to: write ${name.text}(…).`)

/** `a < b < c`, whose span ends at `to` with the brackets of c. */
export function chainedComparison(left: Infix, operator: InfixOperator, right: Expression, to: number): Diagnostic {
  const second = printExpression({ kind: 'infix', operator, left: left.right, right, from: left.from, to })
  return error(
    { from: left.from, to },
    'Comparisons do not chain: each one gives 0 or 1. For a < b < c, write (a < b)*(b < c).',
    {
      label: 'Write a product of two comparisons',
      changes: [inserting(left.from, '('), replacing({ from: left.to, to }, `)*(${second})`)],
    },
  )
}

export const equalsInside = (token: Token): Diagnostic =>
  error(token, '“=” stands only once, after the name that is defined. To compare two values, write “==”.')

/** A comma outside lists: a decimal comma, an array in round brackets, or definitions on one line. */
export function strayComma(tokens: readonly Token[], at: number, open: Token | undefined): Diagnostic {
  const [before, comma, after] = [tokens[at - 1] as Token, tokens[at] as Token, tokens[at + 1]]
  const isDecimal =
    before.kind === 'number' && after?.kind === 'number' && before.to === comma.from && comma.to === after.from
  if (isDecimal) return wrongComma(comma, 'A decimal point is “.”, and an array has square brackets.')
  if (open) return wrongComma(comma, 'These brackets hold one expression; those of an array are square, as in [1, 2].')
  const isDefinition = after?.kind === 'name' && isOperator(tokens[at + 2], '=')
  return wrongComma(comma, 'Separate statements with “;”.', isDefinition ? write(comma, ';') : undefined)
}

const wrongComma = (comma: Token, advice: string, fix?: Fix): Diagnostic =>
  error(comma, `A comma stands only between the operands of a function or the items of an array. ${advice}`, fix)
