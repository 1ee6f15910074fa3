import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { inserting } from './edits.ts'
import { symbolAt } from './symbols.ts'
import { isOpening, isOperator, isSignToken, type Token } from './token.ts'

/** Lines that hold nothing but a comment stand between the lines of a formula as well. */
const COMMENT_LINES = /(?:[ \t]*#[^\n\r]*(?:\r\n?|\n))*[ \t]*/y

/** So do empty lines, before a line that can only go on. */
const LINES_WITHOUT_WORDS = /(?:[ \t]*(?:#[^\n\r]*)?(?:\r\n?|\n))*[ \t]*/y

const NUMBER_SIGN = 35

/** Where the words of the line start, from the start of a line on. */
function wordsAt(source: string, line: number, passing = COMMENT_LINES): number {
  // Blanks, line breaks and what starts a comment all come before.
  if (source.charCodeAt(line) > NUMBER_SIGN) return line
  passing.lastIndex = line
  passing.test(source)
  return passing.lastIndex
}

/** How far the line that holds that place is indented. */
function indentAt(source: string, at: number): number {
  let line = at
  while (line > 0 && !/[\n\r]/.test(source.charAt(line - 1))) line--
  return /^[ \t]*/.exec(source.slice(line, at))?.[0].replaceAll('\t', '    ').length ?? 0
}

/** Whether there is something in the line, which may belong to a formula that starts above it. */
export const goesOnAt = (source: string, line: number): boolean => /[^\n\r]/.test(source.charAt(wordsAt(source, line)))

/**
 * Whether a line can only go on with the statement that starts at `start`: it begins with an operator that needs a left
 * operand, or, further in than the statement, with a sign.
 */
export function beginsWithOperator(source: string, line: number, start: number): boolean {
  const at = wordsAt(source, line, LINES_WITHOUT_WORDS)
  const meaning = symbolAt(source, at)?.meaning
  if (meaning?.kind !== 'operator' || meaning.text === '=') return false
  return (meaning.text !== '+' && meaning.text !== '-') || indentAt(source, at) > indentAt(source, start)
}

/** The name that a line defines. */
const definedBy = (above: readonly Token[]): string | undefined =>
  above.some((token) => isOperator(token, '=')) ? above.find(({ kind }) => kind !== 'role')?.text : undefined

/**
 * What is wrong with a line that may go on with the one above it, or stand by itself: it is not guessed which. A line that
 * reads what the one above defines stands by itself, since the definition would need itself.
 */
export function lineProblem(source: string, above: readonly Token[], line: readonly Token[]): Diagnostic | null {
  const [first, second] = line as [Token, Token?]
  if (!isSignToken(first) && !isOpening(first)) return null
  const name = definedBy(above)
  if (above[0]?.kind === 'role' && name === undefined) return null
  if (name !== undefined && line.some(({ kind, text }) => (kind === 'name' || kind === 'callee') && text === name))
    return null
  if (isSignToken(first)) return signedLine(source, above, first, second)
  return indentAt(source, first.from) > indentAt(source, (above[0] as Token).from) ? bracketedLine(first) : null
}

const signedLine = (source: string, above: readonly Token[], sign: Token, next: Token | undefined): Diagnostic =>
  error(
    sign,
    `This line may go on with the one above, or be an output of its own. To go on, indent it; for an output, write a name before it, as in g = ${sign.text}x.`,
    next && next.from > sign.to ? indenting(indentAt(source, (above[0] as Token).from), sign) : undefined,
  )

/** A sign with a blank behind it stands between two terms. */
const indenting = (indent: number, sign: Token): Fix => ({
  label: 'Indent this line',
  changes: [inserting(sign.from, ' '.repeat(indent + 4))],
})

const bracketedLine = (bracket: Token): Diagnostic =>
  error(
    bracket,
    'This line is indented, so that it may go on with the one above. To go on, write an operator before the bracket; for an output of its own, take the blanks at its start away.',
  )
