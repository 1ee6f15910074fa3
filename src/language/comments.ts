import { type Diagnostic, error } from './diagnostic.ts'
import { deleting, replacing } from './edits.ts'
import { betweenFix, operandAfter } from './rewriting.ts'
import type { Token } from './token.ts'

/** `a//b` between two plain operands is a division; anything else is a comment, and so is a word of its own. */
export function slashes(token: Token, source: string): Diagnostic {
  const after = operandAfter(token.to, source) ?? ''
  const word = after.trim()
  const isOperand = word === after || /^[\d.]/.test(word) || source.indexOf(word) !== source.lastIndexOf(word)
  const division = isOperand ? betweenFix(token, source, (a, b) => `floor(${a}/${b})`) : undefined
  return error(
    token,
    '“//” is not part of the language. A comment starts with “#”; a division that rounds down is floor(a/b).',
    division ?? { label: 'Write # for a comment', changes: [replacing(token, '#')] },
  )
}

/** One that ends on its line becomes a comment of the language; what goes over several lines is left to its author. */
export function blockComment(token: Token, source: string): Diagnostic {
  const text = /^[^\n\r]*?(?=\*\/[ \t]*(?:[\n\r]|$))/.exec(source.slice(token.to))?.[0]
  const end = token.to + (text?.length ?? 0)
  const changes = [replacing(token, '#'), deleting({ from: end, to: end + 2 })]
  return error(
    token,
    'A comment starts with “#”, on each of its lines, and ends with the line.',
    text === undefined ? undefined : { label: 'Write # for a comment', changes },
  )
}
