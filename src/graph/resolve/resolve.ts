import { postorder } from '../../language/postorder.ts'
import type { ArrayLiteral, Call, Expression, Infix, Keyword, Name, Prefix, Subscript } from '../../language/syntax.ts'
import { count, quote, shorten } from '../../language/words.ts'
import type { Fixed, Operation } from '../../primitives/arrayPrimitive.ts'
import {
  attributesOf,
  countsOf,
  functionNamed,
  generatorNamed,
  opOf,
  variantOf,
  yieldsName,
} from '../../primitives/index.ts'
import { MAX_RANK } from '../../primitives/shape.ts'
import { tensorOf, type Value } from '../../primitives/value.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import { infixOp, isShadowable, negationOp, opNamed, stackOp, subscriptOp } from '../operations.ts'
import { advise, isLogarithmOfBase, reportBase } from './advice.ts'
import { APPLY, CALL, Code, PARAMETER, REFERENCE, SAME } from './code.ts'
import { type Declaration, type DeclarationIndex, declarationOf, type Scope } from './declarations.ts'
import { computedOperands, constantArray, fixedOperands, fixedValue } from './fixed.ts'
import { declarePrelude } from './prelude.ts'
import { type ProgramProblems, replace } from './problems.ts'
import { reportUnknownFunction } from './unknown.ts'

/** What the steps of one declaration are resolved in. */
interface Context {
  readonly scope: Scope
  readonly code: Code
  readonly problems: ProgramProblems
  readonly declaration: Declaration
  readonly slots: ReadonlyMap<string, number>
}

/** Turns the expressions into steps. A name that nothing declares becomes an implicit declaration. */
export function resolve(scope: Scope, problems: ProgramProblems): Code {
  const code = new Code()
  // The list grows: functions that the language comes with join it where they are first called.
  for (let index = 0; index < scope.declarations.length; index++) {
    const declaration = scope.declarations[index]
    if (declaration.kind === 'implicit') continue
    if (!declaration.isBuiltIn) checkName(declaration, problems)
    resolveDeclaration(index, { scope, code, problems, declaration, slots: slotsOf(declaration, scope, problems) })
  }
  return code
}

function resolveDeclaration(index: DeclarationIndex, context: Context): void {
  const { code, declaration } = context
  const start = code.length
  const operands = (expression: Expression) =>
    computedOperands(expression, (callee) => isOwn(callee, context) !== undefined)
  for (const expression of postorder(declaration.expression as Expression, operands)) resolveStep(expression, context)
  code.finish(index, start)
}

/** The declaration that a callee means, if the program has one; what the language comes with is written in its own words. */
const isOwn = (callee: string, { scope, declaration }: Context): DeclarationIndex | undefined =>
  declaration.isBuiltIn ? undefined : scope.byName.get(callee)

/** A value may not take the name of a function of the language; a function may, and replaces it. */
function checkName({ kind, name, at }: Declaration, problems: ProgramProblems): void {
  if (kind === 'bare' || opNamed(name) === null || (kind === 'value' && isShadowable(name))) return
  if (kind === 'function')
    problems.note(`${quote(name)} is a function of the language too; this program uses its own.`, at)
  else problems.error(`${quote(name)} is a function of the language. Choose another name, such as ${name}1.`, at)
}

const NO_SLOTS: ReadonlyMap<string, number> = new Map()

function slotsOf({ parameters }: Declaration, scope: Scope, problems: ProgramProblems): ReadonlyMap<string, number> {
  if (parameters.length === 0) return NO_SLOTS
  const slots = new Map<string, number>()
  for (const [slot, parameter] of parameters.entries()) {
    const { name } = parameter
    const known = scope.byName.get(name)
    const isFunction = known === undefined ? !isShadowable(name) : scope.declarations[known].kind === 'function'
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
  else if (expression.kind === 'array') resolveArray(expression, context)
  else if (expression.kind === 'subscript') resolveSubscript(expression, context)
  else resolveCall(expression, context)
}

/** An array of numbers is a literal; one of computed items stacks them. */
function resolveArray(expression: ArrayLiteral, { code, problems }: Context): void {
  const constant = constantArray(expression)
  if (constant) code.emitLiteral(constant, expression)
  else code.emit(APPLY, stackOp, expression.items.length, expression)
  if (depthOf(expression) > MAX_RANK)
    problems.error(`Arrays have at most ${MAX_RANK} axes; this one has more. Take brackets away.`, expression)
}

/** How many brackets an array literal opens with, as far as it matters. */
function depthOf(expression: Expression): number {
  let depth = 0
  for (let inner = expression; inner.kind === 'array' && depth <= MAX_RANK; inner = inner.items[0]) depth++
  return depth
}

function resolveSubscript(expression: Subscript, { code }: Context): void {
  const index = expression.indices.map((axis) =>
    axis.kind === 'at' ? { at: axis.value } : { start: axis.start, stop: axis.stop, step: axis.step },
  )
  code.emit(APPLY, subscriptOp, 1, expression, code.attributes.indexOf({ index }))
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
  const known = declaration.isBuiltIn ? undefined : scope.byName.get(name)
  const constant = NAMED_CONSTANTS.get(name)
  if (slot !== undefined) code.emit(PARAMETER, slot, 0, expression)
  else if (known !== undefined) {
    code.emit(REFERENCE, known, 0, expression)
    if (scope.declarations[known].kind === 'function')
      reportMissingCall(expression, scope.declarations[known], problems)
  } else if (constant !== undefined) code.emitLiteral(constant, expression)
  else {
    code.emit(REFERENCE, declarationOf(expression, declaration.statement, scope), 0, expression)
    const operation = functionNamed(name)
    if (operation && !yieldsName(operation))
      problems.error(`${quote(name)} is a function: write ${name}(x).`, expression)
  }
}

function reportMissingCall(expression: Name, { name, parameters }: Declaration, problems: ProgramProblems): void {
  if (problems.isFull('error')) return
  const call = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`
  const fix = replace(`Write ${shorten(call)}`, expression, call)
  problems.error(`${quote(name)} is a function: write ${shorten(call)}.`, expression, fix)
}

function resolveCall(expression: Call, context: Context): void {
  const { scope, code, problems, slots } = context
  const { callee, operands } = expression
  const own = isOwn(callee, context)
  const builtIn = own === undefined && !slots.has(callee) ? declarePrelude(callee, scope) : undefined
  const called = builtIn ?? own
  if (!slots.has(callee) && called !== undefined && scope.declarations[called].kind === 'function') {
    const { parameters, defaults = [] } = scope.declarations[called]
    const left = parameters.length - operands.length
    const filled = left > 0 && left <= defaults.length ? defaults.slice(-left) : []
    for (const value of filled) code.emitLiteral(value, expression)
    code.emit(CALL, called, operands.length + filled.length, expression)
    refuseKeywords(expression, problems)
    if (left !== filled.length)
      reportCount(expression, range(parameters.length - defaults.length, parameters.length), problems)
  } else if (own === undefined && !slots.has(callee) && (functionNamed(callee) || generatorNamed(callee)))
    resolveBuiltIn(expression, context)
  else if (own === undefined && WRAPPERS.has(callee) && operands.length === 1) code.emit(SAME, 0, 1, expression)
  else {
    code.emit(APPLY, 0, operands.length, expression)
    reportUnknownFunction(expression, scope, slots, problems)
  }
}

function refuseKeywords({ callee, keywords }: Call, problems: ProgramProblems): void {
  for (const keyword of keywords)
    problems.error(`${quote(callee)} takes its operands in order, without names such as ${keyword.name}=.`, keyword)
}

/** What pasted Python writes around an array: nothing happens there. */
const WRAPPERS: ReadonlySet<string> = new Set(['array', 'tensor'])

/** A call of an operation or a generator of the language: what is fixed is read now. */
function resolveBuiltIn(expression: Call, context: Context): void {
  const { code } = context
  const fixed = fixedOf(expression, context)
  const generator = generatorNamed(expression.callee)
  if (generator) {
    const value = fixed && generator.value(fixed)
    const tensor = typeof value === 'string' || value === null ? null : tensorOf(value)
    if (typeof value === 'string') context.problems.error(value, expression)
    code.emitLiteral(tensor ?? Number.NaN, expression)
  } else resolveOperation(expression, fixed, context)
}

function resolveOperation(expression: Call, fixed: Fixed | null, { code, scope, problems }: Context): void {
  const named = functionNamed(expression.callee) as Operation
  const computed = computedOperands(expression, () => false).length
  const attributes = fixed && attributesOf(named, fixed)
  const read = typeof attributes === 'string' ? null : attributes
  const op = opOf(read ? variantOf(named, read) : named)
  code.emit(APPLY, op, computed, expression, read ? code.attributes.indexOf(read) : 0)
  const { least, most } = countsOf(named)
  if (typeof attributes === 'string') problems.error(attributes, expression)
  else if (isLogarithmOfBase(expression)) reportBase(expression, scope, problems)
  else if (computed < least || computed > most) reportCount(expression, range(least, most), problems)
  else advise(expression, scope, problems)
}

/** What a call fixes; null, with the reason reported, where something in it is not known before the program runs. */
function fixedOf(call: Call, context: Context): Fixed | null {
  const operands = fixedOperands(call).map((operand) => knownValue(operand, call, context))
  const keywords = call.keywords.map(({ name, value }: Keyword): [string, Value | null] => [
    name,
    knownValue(value, call, context),
  ])
  const isKnown = [...operands, ...keywords.map(([, value]) => value)].every((value) => value !== null)
  return isKnown ? { operands: operands as Value[], keywords: new Map(keywords as [string, Value][]) } : null
}

function knownValue(expression: Expression, { callee }: Call, { scope, problems }: Context): Value | null {
  const value = fixedValue(expression, scope)
  if (value === null)
    problems.error(
      `${quote(callee)} needs a number here that is known before the program runs, such as 2 or [2, 3], or a const.`,
      expression,
    )
  return value
}

function reportCount(call: Call, takes: string, problems: ProgramProblems): void {
  const given = call.operands.length
  problems.error(`${quote(call.callee)} takes ${takes}; here ${given === 1 ? 'is' : 'are'} ${given || 'none'}.`, call)
}

function range(least: number, most: number): string {
  if (least === most) return count(least, 'operand')
  return most === Number.POSITIVE_INFINITY
    ? `at least ${count(least, 'operand')}`
    : `${least} to ${count(most, 'operand')}`
}
