import { quote, shorten } from '../language/diagnostic.ts'
import { postorder } from '../language/postorder.ts'
import type { Call, Expression, Infix, Name, Prefix } from '../language/syntax.ts'
import { advise } from './advice.ts'
import { APPLY, CALL, Code, PARAMETER, REFERENCE, SAME } from './code.ts'
import { NAMED_CONSTANTS } from './constants.ts'
import { type Declaration, declarationOf, type Scope } from './declarations.ts'
import { infixOp, negationOp, operandCount, opNamed } from './operations.ts'
import { type Problems, replace } from './problems.ts'
import { reportUnknownFunction } from './unknown.ts'

/** What the steps of one declaration are resolved in. */
interface Context {
  readonly scope: Scope
  readonly code: Code
  readonly problems: Problems
  readonly declaration: Declaration
  readonly slots: ReadonlyMap<string, number>
}

/** Turns the expressions into steps. A name that nothing declares becomes an implicit declaration. */
export function resolve(scope: Scope, problems: Problems): Code {
  const code = new Code()
  const written = scope.declarations.length
  for (let index = 0; index < written; index++) {
    const declaration = scope.declarations[index]
    checkName(declaration, problems)
    const context = { scope, code, problems, declaration, slots: slotsOf(declaration, scope, problems) }
    code.begin()
    for (const expression of postorder(declaration.expression as Expression)) resolveStep(expression, context)
    code.finish()
  }
  return code
}

/** A value may not take the name of a function of the language; a function may, and replaces it. */
function checkName({ kind, name, at }: Declaration, problems: Problems): void {
  if (kind === 'bare' || opNamed(name) === null) return
  if (kind === 'function')
    problems.note(`${quote(name)} is a function of the language too; this program uses its own.`, at)
  else problems.error(`${quote(name)} is a function of the language. Choose another name, such as ${name}1.`, at)
}

const NO_SLOTS: ReadonlyMap<string, number> = new Map()

function slotsOf({ parameters }: Declaration, scope: Scope, problems: Problems): ReadonlyMap<string, number> {
  if (parameters.length === 0) return NO_SLOTS
  const slots = new Map<string, number>()
  for (const [slot, parameter] of parameters.entries()) {
    const { name } = parameter
    const known = scope.byName.get(name)
    const isFunction = known === undefined ? opNamed(name) !== null : scope.declarations[known].kind === 'function'
    if (isFunction) problems.error(`${quote(name)} is a function. Give the parameter another name.`, parameter)
    slots.set(name, slot)
  }
  return slots
}

function resolveStep(expression: Expression, context: Context): void {
  const { code } = context
  if (expression.kind === 'number') code.emitLiteral(expression.value, expression)
  else if (expression.kind === 'name') resolveName(expression, context)
  else if (expression.kind === 'prefix') resolvePrefix(expression, code)
  else if (expression.kind === 'infix') resolveInfix(expression, context)
  else resolveCall(expression, context)
}

/** A minus before a number writes a negative number: no operation. */
function resolvePrefix(expression: Prefix, code: Code): void {
  if (expression.operator === '+') code.emit(SAME, 0, 1, expression)
  else if (expression.operand.kind === 'number') code.negateLiteral(expression)
  else code.emit(APPLY, negationOp, 1, expression)
}

function resolveInfix(expression: Infix, { code, scope, problems }: Context): void {
  code.emit(APPLY, infixOp(expression.operator), 2, expression)
  advise(expression, scope, problems)
}

function resolveName(expression: Name, { code, scope, problems, declaration, slots }: Context): void {
  const { name } = expression
  const slot = slots.get(name)
  const known = scope.byName.get(name)
  const constant = NAMED_CONSTANTS.get(name)
  if (slot !== undefined) code.emit(PARAMETER, slot, 0, expression)
  else if (known !== undefined) {
    code.emit(REFERENCE, known, 0, expression)
    if (scope.declarations[known].kind === 'function')
      reportMissingCall(expression, scope.declarations[known], problems)
  } else if (constant !== undefined) code.emitLiteral(constant, expression)
  else {
    code.emit(REFERENCE, declarationOf(expression, declaration.statement, scope), 0, expression)
    if (opNamed(name) !== null) problems.error(`${quote(name)} is a function: write ${name}(x).`, expression)
  }
}

function reportMissingCall(expression: Name, { name, parameters }: Declaration, problems: Problems): void {
  if (problems.isFull('error')) return
  const call = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`
  const fix = replace(`Write ${shorten(call)}`, expression, call)
  problems.error(`${quote(name)} is a function: write ${shorten(call)}.`, expression, fix)
}

function resolveCall(expression: Call, context: Context): void {
  const { scope, code, problems, slots } = context
  const { callee, operands } = expression
  const index = scope.byName.get(callee)
  const op = opNamed(callee)
  if (!slots.has(callee) && index !== undefined && scope.declarations[index].kind === 'function') {
    const { parameters } = scope.declarations[index]
    code.emit(CALL, index, operands.length, expression)
    if (operands.length !== parameters.length) reportCount(expression, count(parameters.length), problems)
  } else if (op !== null) {
    const { least, most } = operandCount(op)
    code.emit(APPLY, op, operands.length, expression)
    if (operands.length < least || operands.length > most) reportCount(expression, range(least, most), problems)
    else advise(expression, scope, problems)
  } else {
    code.emit(APPLY, 0, operands.length, expression)
    reportUnknownFunction(expression, scope, slots, problems)
  }
}

function reportCount(call: Call, takes: string, problems: Problems): void {
  const given = call.operands.length
  problems.error(`${quote(call.callee)} takes ${takes}; here ${given === 1 ? 'is' : 'are'} ${given || 'none'}.`, call)
}

const count = (n: number): string => `${n} operand${n === 1 ? '' : 's'}`

function range(least: number, most: number): string {
  if (least === most) return count(least)
  return most === Number.POSITIVE_INFINITY ? `at least ${count(least)}` : `${least} to ${count(most)}`
}
