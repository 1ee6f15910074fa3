import type { IsFunction } from './calling.ts'
import { lineProblem } from './continuation.ts'
import type { Diagnostic } from './diagnostic.ts'
import { tooMuchToDraw } from './drawable.ts'
import { MAX_STATEMENTS, MAX_WORDS } from './limits.ts'
import { DefinedNames, type ParseState } from './parseState.ts'
import { ParseProblems } from './problems.ts'
import { parseStatement } from './statement.ts'
import type { Program, Statement } from './syntax.ts'
import { endsStatement, type Token } from './token.ts'
import { Tokenizer } from './tokenize.ts'

/** Reads the statements one by one: a mistake in one costs that one only. */
function parseStatements(reading: ParseState): Statement[] {
  const { source, problems } = reading
  const tokenizer = new Tokenizer(source)
  const statements: Statement[] = []
  let words = 0
  // What the line above says, as long as no line without words and no “;” comes between.
  let above: readonly Token[] | null = null
  while (!tokenizer.done && !problems.full) {
    const tokens = tokenizer.readStatement()
    const last = tokens.at(-1)
    if (last && endsStatement(last)) tokens.pop()
    if (tokens.length === 0) {
      if (!tokenizer.hasComment) above = null
      continue
    }
    words += tokens.length
    if (words > MAX_WORDS) problems.passed('words', tokens.at(-1) as Token)
    if (statements.length === MAX_STATEMENTS) problems.passed('statements', tokens[0] as Token)
    const joined = above && lineProblem(source, above, tokens)
    above = last?.text === '\n' ? tokens : null
    if (joined) problems.report(joined)
    const statement = problems.full || joined ? null : parseStatement(reading, tokens)
    if (statement) statements.push(statement)
  }
  return statements
}

/**
 * Reads the text of a program. Never throws: what cannot be read is a diagnostic, and the other statements are read.
 * Past a limit of limits.ts one error names it. What is a function matters to messages only.
 */
export function parse(
  source: string,
  isFunction: IsFunction = () => false,
): { program: Program; diagnostics: Diagnostic[] } {
  const problems = new ParseProblems()
  const reason = tooMuchToDraw(source)
  if (reason) problems.refuse({ from: 0, to: source.length }, reason)
  const statements = problems.full
    ? []
    : parseStatements({ source, problems, defined: new DefinedNames(), isFunction, operations: 0, subscripts: 0 })
  return { program: { source, statements }, diagnostics: problems.diagnostics }
}
