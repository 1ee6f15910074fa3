import { operandsOf, postorder } from '../../language/postorder.ts'
import { printExpression } from '../../language/print.ts'
import type { Expression, Span } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import type { Mismatch } from '../../primitives/wiring.ts'
import { lineOf, type Scope } from './declarations.ts'
import type { ProgramProblems } from './problems.ts'

/** What runs where a mismatch is found: a call of a function or, outermost, a definition. */
export interface RunningCall {
  readonly name: string
  /** The call; of a definition only where it stands. */
  readonly call: Expression | Span
  readonly parameters: readonly { readonly name: string }[]
  /** Whether its steps stand nowhere in the text. */
  readonly isBuiltIn: boolean
  readonly calledIn: RunningCall | null
}

/** Says that shapes do not fit, which shapes they are, and where the operands come from. */
export function reportMismatch(
  { mismatch }: Mismatch,
  expression: Expression,
  scope: Scope,
  problems: ProgramProblems,
  running: RunningCall | null = null,
): void {
  if (problems.isFull('error')) return
  const operands = operandsIn(expression)
  const isBracketed = expression.kind === 'infix' || expression.kind === 'subscript'
  const named = operands.map((operand) => {
    const text = short(running?.isBuiltIn ? printExpression(operand) : sourceOf(operand, scope))
    return isBracketed && operand.kind === 'infix' ? `(${text})` : text
  })
  const sentences = [mismatch(named), ...origins(operands, scope, running)]
  problems.error(sentences.join(' '), running?.isBuiltIn ? running.call : expression)
}

/** The operands of an expression; those of `concat([a, b])` are a and b. */
function operandsIn(expression: Expression): readonly Expression[] {
  const operands = operandsOf(expression)
  const isSpread = expression.kind === 'call' && operands.length === 1 && operands[0].kind === 'array'
  return isSpread ? operandsOf(operands[0]) : operands
}

const LONGEST_OPERAND = 24
const short = (text: string): string => shorten(text, LONGEST_OPERAND)

const sourceOf = ({ from, to }: Span, { source }: Scope): string => source.slice(from, to).replace(/\s+/g, ' ')

const MOST_LINES = 3
const MOST_CALLS = 2

/** Where the names in the operands come from: lines that define them, and what calls on the way pass for them. */
function origins(operands: readonly Expression[], scope: Scope, innermost: RunningCall | null): string[] {
  const lines = new Set<string>()
  const calls: string[] = []
  let read = operands
  for (let running = innermost; running; running = running.calledIn) {
    const given = argumentsOf(running)
    const names = namesIn(read)
    const passed = names.filter((name) => given.has(name))
    if (!running.isBuiltIn) for (const name of names) if (!given.has(name)) addLine(lines, name, scope)
    if ('kind' in running.call) calls.push(calledWith(running, passed, given, scope))
    read = passed.map((name) => given.get(name) as Expression)
  }
  return [
    ...(lines.size > 0 ? [`${[...lines].slice(0, MOST_LINES).join(', ')}.`] : []),
    ...(calls.length > 0 ? [`This is ${calls.slice(0, MOST_CALLS).join(', ')}.`] : []),
  ]
}

/** What a call passes, by parameter. */
function argumentsOf({ parameters, call }: RunningCall): Map<string, Expression> {
  const operands = 'kind' in call && call.kind === 'call' ? call.operands : []
  return new Map(parameters.slice(0, operands.length).map(({ name }, slot) => [name, operands[slot]]))
}

const namesIn = (expressions: readonly Expression[]): string[] => [
  ...new Set(
    expressions.flatMap((each) => postorder(each)).flatMap((each) => (each.kind === 'name' ? [each.name] : [])),
  ),
]

function addLine(lines: Set<string>, name: string, { source, byName, declarations }: Scope): void {
  const declared = declarations[byName.get(name) ?? -1]
  if (declared?.expression) lines.add(`${short(name)} is from line ${lineOf(declared.at.from, source)}`)
}

function calledWith(
  { name, call }: RunningCall,
  passed: readonly string[],
  given: ReadonlyMap<string, Expression>,
  scope: Scope,
): string {
  const texts = passed.map((each) => [each, sourceOf(given.get(each) as Expression, scope)])
  const values = texts.filter(([each, text]) => each !== text).map((pair) => pair.map(short).join(' = '))
  const where = `in ${quote(name)}, called on line ${lineOf(call.from, scope.source)}`
  return values.length > 0 ? `${where} with ${values.join(' and ')}` : where
}
