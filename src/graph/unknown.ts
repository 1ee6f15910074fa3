import { quote, shorten } from '../language/diagnostic.ts'
import type { Call } from '../language/syntax.ts'
import { spellings } from '../primitives/index.ts'
import { NAMED_CONSTANTS } from './constants.ts'
import type { Scope } from './declarations.ts'
import { type Problems, replace } from './problems.ts'
import { nearest } from './suggestions.ts'

/** A single letter, perhaps with a number or primes: rather a variable than a function. */
const VARIABLE = /^\p{L}[\p{N}_'′]*$/u

/** A call of what is no function: the fix multiplies where the name may be a variable, else it names the nearest function. */
export function reportUnknownFunction(
  call: Call,
  scope: Scope,
  slots: ReadonlyMap<string, number>,
  problems: Problems,
): void {
  const { callee, calleeSpan, operands } = call
  const isValue = scope.byName.has(callee) || slots.has(callee) || NAMED_CONSTANTS.has(callee)
  const meant = isValue || problems.isFull('error') ? null : nearest(callee, functions(scope, call))
  if (operands.length === 1 && (isValue || VARIABLE.test(callee))) {
    const product = shorten(`${callee}*(${scope.source.slice(operands[0].from, operands[0].to)})`)
    const blanks = /^\s*\(/.exec(scope.source.slice(calleeSpan.to, operands[0].from))?.[0].length ?? 1
    const gap = { from: calleeSpan.to, to: calleeSpan.to + blanks - 1 }
    const fix = replace(`Write ${product}`, gap, '*')
    problems.error(`${quote(callee)} is not a function. For a product write ${product}.`, call, fix)
  } else if (meant) {
    const fix = replace(`Write ${meant}`, calleeSpan, meant)
    problems.error(`There is no function ${quote(callee)}. Did you mean ${meant}?`, calleeSpan, fix)
  } else
    problems.error(
      `There is no function ${quote(callee)}. Define it on a line of its own: ${shorten(callee)}(x) = …`,
      calleeSpan,
    )
}

/** The functions that the call may mean, which is not the one it stands in; a program of thousands is not searched to its end. */
function functions({ declarations }: Scope, { from }: Call): string[] {
  const own = declarations
    .slice(0, 200)
    .filter(({ kind, statement }) => kind === 'function' && (from < statement.from || from >= statement.to))
  return [...spellings, ...own.map(({ name }) => name)]
}
