import { DERIVATIVES } from '../../language/differentials.ts'
import type { Call, Expression } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import { isFunctionName, spellings } from '../../primitives/index.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import type { Scope } from './declarations.ts'
import { isLibraryName } from './libraryNames.ts'
import { type ProgramProblems, replace } from './problems.ts'
import { nearest } from './suggestions.ts'

/** A single letter, perhaps with a number or primes: rather a variable than a function. */
const VARIABLE = /^\p{L}[\p{N}_'′]*$/u

/** Functions by names that mean nothing else, in any field. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['tg', 'tan'],
  ['ctg', 'cot'],
  ['arctg', 'atan'],
  ['arcctg', 'acot'],
  ['sh', 'sinh'],
  ['ch', 'cosh'],
  ['th', 'tanh'],
  ['ld', 'log2'],
  ['average', 'mean'],
  ['avg', 'mean'],
])

/** What to write for functions that the language has not. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['σ', 'The logistic function is sigmoid(x), and of a vector softmax(x).'],
  ['sigma', 'The logistic function is sigmoid(x), and of a vector softmax(x).'],
  ['Σ', 'The sum of the entries of an array is sum(x).'],
  ['Π', 'The product of the entries of an array is prod(x).'],
  ['lg', 'The logarithm to base 10 is log10(x), to base 2 log2(x).'],
  ['sqr', 'The square is x^2, the square root sqrt(x).'],
  ['product', 'The product of the entries of an array is prod(x).'],
  ['array', 'An array is written [1, 2].'],
  ['tensor', 'An array is written [1, 2].'],
  ['range', 'The numbers 0, 1, 2 are arange(3).'],
  ['int', 'Every value is a real number; trunc(x) cuts decimals off.'],
  ['float', 'Every value is a number already.'],
  ['len', 'The length of x is shape(x)[0].'],
  ['size', 'The length of x is shape(x)[0].'],
  ['print', 'What is computed is shown: write only the expression.'],
  ['view', 'Another shape is given by reshape(x, [2, 3]).'],
  ['ravel', 'As a vector, x is flatten(x).'],
  ['squeeze', 'Axes of length 1 are taken away by an index or reshape(x, [2, 3]).'],
  ['cat', 'Arrays are joined by concat(a, b, axis=0).'],
  ['hstack', 'Arrays are joined by concat(a, b, axis=1), and vectors by concat(a, b).'],
  ['vstack', 'Arrays are joined by concat(a, b, axis=0), and vectors become rows by stack(a, b).'],
  ['mse_loss', 'The mean squared error is mse(p, y).'],
  [
    'cross_entropy',
    'The cross-entropy with class numbers k is crossentropy_classes(z, k), with one-hot labels y crossentropy(z, y).',
  ],
  ['grad', DERIVATIVES],
  ['diff', DERIVATIVES],
  ['derivative', DERIVATIVES],
  ['integrate', 'Integrals are not computed.'],
])

/** A call of what is no function. */
export function reportUnknownFunction(
  call: Call,
  scope: Scope,
  slots: ReadonlyMap<string, number>,
  problems: ProgramProblems,
): void {
  const { callee, operands } = call
  const isValue = scope.byName.has(callee) || slots.has(callee) || NAMED_CONSTANTS.has(callee)
  const advice = isValue ? undefined : ADVICE.get(callee)
  const known = isValue ? undefined : ELSEWHERE.get(callee)
  if (advice) problems.error(`There is no function ${quote(callee)}. ${advice}`, call.calleeSpan)
  else if (isEntry(call, scope)) reportEntry(call, scope, problems)
  else if (!known && operands.length === 1 && (isValue || VARIABLE.test(callee))) reportProduct(call, scope, problems)
  else reportNearest(call, known ? [known] : isValue || problems.isFull('error') ? [] : meantBy(call, scope), problems)
}

/** What a misspelt name may be meant as; nothing for one that a library has with a meaning of its own. */
const meantBy = (call: Call, scope: Scope): readonly string[] =>
  isLibraryName(call.callee) ? [] : nearest(call.callee, functions(scope, call))

/** `x(y + 1)`: x may be a variable. Where it is a number, the product is meant; a computed value may be meant as a function. */
function reportProduct(call: Call, scope: Scope, problems: ProgramProblems): void {
  const { callee, calleeSpan, operands } = call
  const { source, byName, declarations } = scope
  const product = shorten(`${callee}*(${source.slice(operands[0].from, operands[0].to)})`)
  const declared = declarations[byName.get(callee) ?? -1]
  const isNumber = declared ? isPlainNumber(declared.expression) : callee === 'pi'
  const blanks = /^\s*\(/.exec(source.slice(calleeSpan.to, operands[0].from))?.[0].length ?? 1
  const gap = { from: calleeSpan.to, to: calleeSpan.to + blanks - 1 }
  const fix = isNumber && operands[0].kind !== 'number' ? replace(`Write ${product}`, gap, '*') : undefined
  const message = `${quote(callee)} is not a function. For a product write ${product}, for a function define it: ${shorten(callee)}(x) = …`
  problems.error(message, call, fix)
}

const isPlainNumber = (expression: Expression | null): boolean =>
  expression?.kind === 'number' || (expression?.kind === 'prefix' && expression.operand.kind === 'number')

/** `x(0)`, where x is an array. Where counting starts is not guessed. */
function reportEntry(call: Call, { source }: Scope, problems: ProgramProblems): void {
  const entry = `${call.callee}[${source.slice(call.operands[0].from, call.operands[0].to)}]`
  problems.error(
    `${quote(call.callee)} is not a function. An entry has square brackets, as in ${shorten(entry)}, and the first one is 0.`,
    call,
  )
}

/** Shorter words are as near to others by chance: `prob` to prod, `act` to acot. */
const SHORTEST_SLIP = 5

/**
 * Letters swapped, a letter wrong in a long word, or in the name of a function that the program has. A digit makes another
 * function of it, as in softmax1, relu6 and log2.
 */
function isSlip(written: string, meant: string): boolean {
  const digits = (word: string) => word.replace(/\D/g, '')
  if (digits(written) !== digits(meant)) return false
  const letters = (word: string) => [...word.toLowerCase()].sort().join('')
  return written.length >= SHORTEST_SLIP || !isFunctionName(meant) || letters(written) === letters(meant)
}

/** A name that is near to one function only, and hardly by chance, is that one. */
function reportNearest({ callee, calleeSpan }: Call, meant: readonly string[], problems: ProgramProblems): void {
  const says = `There is no function ${quote(callee)}.`
  const [only] = meant
  if (meant.length === 0)
    problems.error(`${says} Define it on a line of its own: ${shorten(callee)}(x) = …`, calleeSpan)
  else
    problems.error(
      `${says} Did you mean ${meant.join(' or ')}?`,
      calleeSpan,
      meant.length === 1 && (ELSEWHERE.has(callee) || isSlip(callee, only))
        ? replace(`Write ${only}`, calleeSpan, only)
        : undefined,
    )
}

const isEntry = ({ callee, operands }: Call, { byName, declarations }: Scope): boolean =>
  operands.length === 1 &&
  operands[0].kind === 'number' &&
  declarations[byName.get(callee) ?? -1]?.expression?.kind === 'array'

/** The functions that the call may mean, which is not the one it stands in; a program of thousands is not searched to its end. */
function functions({ declarations }: Scope, { from }: Call): string[] {
  const own = declarations
    .slice(0, 200)
    .filter(({ kind, statement }) => kind === 'function' && (from < statement.from || from >= statement.to))
  return [...spellings(), ...own.map(({ name }) => name)]
}
