import type { Fix } from '../../language/diagnostic.ts'
import { DERIVATIVES } from '../../language/foreign.ts'
import type { Call } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import { spellings } from '../../primitives/index.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import type { Scope } from './declarations.ts'
import { type ProgramProblems, replace } from './problems.ts'
import { nearest } from './suggestions.ts'

/** A single letter, perhaps with a number or primes: rather a variable than a function. */
const VARIABLE = /^\p{L}[\p{N}_'′]*$/u

/** Functions by the names that others give them. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['sigma', 'sigmoid'],
  ['σ', 'sigmoid'],
  ['tg', 'tan'],
  ['ctg', 'cot'],
  ['arctg', 'atan'],
  ['arcctg', 'acot'],
  ['sh', 'sinh'],
  ['ch', 'cosh'],
  ['th', 'tanh'],
  ['lg', 'log10'],
  ['ld', 'log2'],
  ['sqr', 'square'],
  ['average', 'mean'],
  ['avg', 'mean'],
  ['product', 'prod'],
  ['range', 'arange'],
  ['int', 'trunc'],
  ['cat', 'concat'],
  ['hstack', 'concat'],
  ['vstack', 'stack'],
  ['view', 'reshape'],
  ['mse_loss', 'mse'],
  ['cross_entropy', 'crossentropy'],
])

/** Functions that other languages have, and why this one has none. */
const NOT_HERE: ReadonlyMap<string, string> = new Map([
  ['print', 'What is computed is shown: write only the expression.'],
  [
    'float',
    'Every value is a number already. Of a tensor, float also cuts the derivative, and a program here has no such cut.',
  ],
  ['len', 'Each node of the graph shows its shape.'],
  ['shape', 'Each node of the graph shows its shape.'],
  ['det', 'Write it with the entries: W[0, 0]*W[1, 1] - W[0, 1]*W[1, 0].'],
  ['inv', 'Inverses are not among the operations.'],
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
  const { callee, calleeSpan, operands } = call
  const isValue = scope.byName.has(callee) || slots.has(callee) || NAMED_CONSTANTS.has(callee)
  const known = isValue ? undefined : ELSEWHERE.get(callee)
  const missing = isValue ? undefined : NOT_HERE.get(callee)
  if (missing) problems.error(`There is no function ${quote(callee)}. ${missing}`, calleeSpan, unwrapped(call))
  else if (isEntry(call, scope)) reportEntry(call, scope, problems)
  else if (!known && operands.length === 1 && (isValue || VARIABLE.test(callee))) reportProduct(call, scope, problems)
  else
    reportNearest(
      call,
      known ?? (isValue || problems.isFull('error') ? null : nearest(callee, functions(scope, call))),
      problems,
    )
}

/** `x(y + 1)`: x may be a variable. */
function reportProduct(call: Call, { source }: Scope, problems: ProgramProblems): void {
  const { callee, calleeSpan, operands } = call
  const product = shorten(`${callee}*(${source.slice(operands[0].from, operands[0].to)})`)
  const blanks = /^\s*\(/.exec(source.slice(calleeSpan.to, operands[0].from))?.[0].length ?? 1
  const gap = { from: calleeSpan.to, to: calleeSpan.to + blanks - 1 }
  const fix = replace(`Write ${product}`, gap, '*')
  problems.error(`${quote(callee)} is not a function. For a product write ${product}.`, call, fix)
}

/** `x(0)`, where x is an array. */
function reportEntry(call: Call, { source }: Scope, problems: ProgramProblems): void {
  const [index] = call.operands
  const entry = `${call.callee}[${source.slice(index.from, index.to)}]`
  const message = `${quote(call.callee)} is not a function. For an entry write ${shorten(entry)}.`
  problems.error(message, call, replace(`Write ${shorten(entry)}`, call, entry))
}

function reportNearest({ callee, calleeSpan }: Call, meant: string | null, problems: ProgramProblems): void {
  const says = `There is no function ${quote(callee)}.`
  if (meant) problems.error(`${says} Did you mean ${meant}?`, calleeSpan, replace(`Write ${meant}`, calleeSpan, meant))
  else problems.error(`${says} Define it on a line of its own: ${shorten(callee)}(x) = …`, calleeSpan)
}

/** `print(x)` as `(x)` */
const unwrapped = ({ callee, calleeSpan, operands }: Call): Fix | undefined =>
  callee === 'print' && operands.length === 1 ? replace('Remove print', calleeSpan, '') : undefined

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
