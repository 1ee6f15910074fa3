import { eachInPostorder } from '../../language/postorder.ts'
import type {
  ArrayLiteral,
  Call,
  Expression,
  Index,
  Infix,
  Keyword,
  Name,
  Prefix,
  Subscript,
} from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import type { Fixed, Generator, Operation } from '../../primitives/arrayPrimitive.ts'
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
import type { AxisIndex } from '../../primitives/wiring.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import { infixOp, isShadowable, negationOp, opNamed, stackOp, subscriptOp } from '../operations.ts'
import { advise } from './advice.ts'
import { checkClassNumbers } from './classNumbers.ts'
import { APPLY, CALL, Code, PARAMETER, REFERENCE, SAME, SHAPE } from './code.ts'
import { type Declaration, type DeclarationIndex, declarationOf, type Scope } from './declarations.ts'
import { draws, seeded } from './draws.ts'
import { computedOperands, constantArray, fixedOperands, operandsComputed } from './fixed.ts'
import { knownIndex, knownValue, unknownIndex } from './known.ts'
import { logarithmParts } from './logarithm.ts'
import type { Names } from './names.ts'
import { range, refuseKeywords, reportCount } from './operandCount.ts'
import { declarePrelude } from './prelude.ts'
import type { ProgramProblems } from './problems.ts'
import { ALL_LENGTHS, isShape, shapeOperand } from './shapes.ts'
import { reportUnknownFunction } from './unknown.ts'

/** What the steps of one declaration are resolved in. */
class Context implements Names {
  readonly scope: Scope
  readonly code: Code
  readonly problems: ProgramProblems
  readonly declaration: Declaration
  readonly slots: ReadonlyMap<string, number>

  constructor(
    scope: Scope,
    code: Code,
    problems: ProgramProblems,
    declaration: Declaration,
    slots: ReadonlyMap<string, number>,
  ) {
    this.scope = scope
    this.code = code
    this.problems = problems
    this.declaration = declaration
    this.slots = slots
  }

  visit(expression: Expression): void {
    resolveStep(expression, this)
  }

  operands(expression: Expression): readonly Expression[] {
    return computedOperands(expression, this)
  }

  /** The declaration that a name means, if the program has one; what the language comes with is written in its own words. */
  own(name: string): DeclarationIndex | undefined {
    return this.declaration.isBuiltIn ? undefined : this.scope.byName.get(name)
  }

  isOwn(name: string): boolean {
    return this.own(name) !== undefined
  }

  /** A name that stands neither for an operand of the function nor for a definition may be that of a number. */
  constant(name: string): number | null {
    return this.slots.has(name) || this.isOwn(name) ? null : (NAMED_CONSTANTS.get(name) ?? null)
  }
}

/** Of a dense text about as many characters make a step. */
const CHARACTERS_OF_STEP = 2

/** Turns the expressions into steps. A name that nothing declares becomes an implicit declaration. */
export function resolve(scope: Scope, problems: ProgramProblems): Code {
  const code = new Code(Math.ceil(scope.source.length / CHARACTERS_OF_STEP))
  // The list grows: functions that the language comes with join it where they are first called.
  for (let index = 0; index < scope.declarations.length; index++) {
    const declaration = scope.declarations[index]
    if (declaration.kind === 'implicit') continue
    if (!declaration.isBuiltIn) checkName(declaration, problems)
    const slots = slotsOf(declaration, scope, problems)
    resolveDeclaration(index, new Context(scope, code, problems, declaration, slots))
  }
  return code
}

function resolveDeclaration(index: DeclarationIndex, context: Context): void {
  const { code, declaration } = context
  const start = code.length
  eachInPostorder(declaration.expression as Expression, context)
  code.finish(index, start)
}

/** What is known of an expression before the program runs; null if something in it is not. */
const knownIn = (expression: Expression, { scope, problems, declaration }: Context): Value | null =>
  knownValue(expression, scope, (part) => {
    const code = new Code()
    eachInPostorder(part, new Context(scope, code, problems, declaration, NO_SLOTS))
    return { code, start: 0, end: code.length }
  })

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
function resolveArray(expression: ArrayLiteral, context: Context): void {
  const { code, problems } = context
  const constant = constantArray(expression, context)
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

function resolveSubscript(expression: Subscript, context: Context): void {
  const { code } = context
  const [first] = expression.indices
  if (shapeOperand(expression, context) && first.kind === 'at') {
    code.emit(SHAPE, first.value, 1, expression)
    return
  }
  const index = expression.indices.map((axis) => axisOf(axis, context))
  code.emit(APPLY, subscriptOp, 1, expression, code.attributes.indexOf({ index }))
}

function axisOf(axis: Index, context: Context): AxisIndex {
  if (axis.kind === 'at') return { at: axis.value }
  if (axis.kind === 'slice') return { start: axis.start, stop: axis.stop, step: axis.step }
  if (axis.kind === 'newaxis') return { newaxis: true }
  if (axis.kind === 'ellipsis') return { ellipsis: true }
  const value = knownIn(axis.value, context)
  const index = value === null ? unknownIndex(axis.value, context.scope) : knownIndex(axis.value, value, context.scope)
  if (typeof index !== 'string') return index
  if (!context.problems.failed) context.problems.error(index, axis)
  return { at: 0 }
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

function resolveName(expression: Name, context: Context): void {
  const { code, scope, problems, declaration, slots } = context
  const { name } = expression
  const slot = slots.get(name)
  if (slot !== undefined) {
    code.emit(PARAMETER, slot, 0, expression)
    return
  }
  const known = context.own(name)
  if (known !== undefined) {
    code.emit(REFERENCE, known, 0, expression)
    if (scope.declarations[known].kind === 'function')
      reportMissingCall(expression, scope.declarations[known], problems)
    return
  }
  const constant = NAMED_CONSTANTS.get(name)
  if (constant !== undefined) code.emitLiteral(constant, expression)
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
  problems.error(`${quote(name)} is a function: write ${shorten(call)}.`, expression)
}

function resolveCall(expression: Call, context: Context): void {
  const { scope, code, problems, slots } = context
  const { callee, operands } = expression
  const own = context.own(callee)
  const builtIn = own === undefined && !slots.has(callee) ? declarePrelude(callee, scope) : undefined
  const called = builtIn ?? own
  if (!slots.has(callee) && called !== undefined && scope.declarations[called].kind === 'function') {
    const { parameters, defaults = [] } = scope.declarations[called]
    const left = parameters.length - operands.length
    const filled = left > 0 && left <= defaults.length ? defaults.slice(-left) : []
    for (const value of filled) code.emitLiteral(value, expression)
    code.emit(CALL, called, operands.length + filled.length, expression)
    refuseKeywords(expression, problems)
    if (builtIn !== undefined) checkNumbers(expression, context)
    if (left !== filled.length)
      reportCount(expression, range(parameters.length - defaults.length, parameters.length), problems)
  } else if (own === undefined && !slots.has(callee) && (functionNamed(callee) || generatorNamed(callee)))
    resolveBuiltIn(expression, context)
  else if (!slots.has(callee) && isShape(expression, context)) code.emit(SHAPE, ALL_LENGTHS, 1, expression)
  else {
    code.emit(APPLY, 0, operands.length, expression)
    reportUnknownFunction(expression, scope, slots, problems)
  }
}

function checkNumbers(call: Call, context: Context): void {
  if (context.slots.size > 0 || context.declaration.isBuiltIn) return
  checkClassNumbers(call, (expression) => knownIn(expression, context), context.scope, context.problems)
}

/** A call of an operation or a generator of the language: what is fixed is read now. */
function resolveBuiltIn(expression: Call, context: Context): void {
  const generator = generatorNamed(expression.callee)
  if (generator) resolveGenerator(generator, expression, context)
  else resolveOperation(functionNamed(expression.callee) as Operation, expression, context)
}

function resolveGenerator(generator: Generator, expression: Call, context: Context): void {
  const { code, scope, problems } = context
  const fixed = fixedOf(expression, expression.operands, context)
  const value = fixed && generator.value(draws(generator) ? seeded(expression, fixed, scope) : fixed)
  const tensor = typeof value === 'string' || value === null ? null : tensorOf(value)
  if (typeof value === 'string') problems.error(value, expression)
  code.emitLiteral(tensor ?? Number.NaN, expression)
}

function resolveOperation(named: Operation, expression: Call, context: Context): void {
  const { code, scope, problems } = context
  const fixed = fixedOf(expression, fixedOperands(named, expression.operands), context)
  const parts = logarithmParts(expression)
  if (parts) {
    refuseKeywords(expression, problems)
    if (parts.length === 2) code.emit(APPLY, infixOp('/'), 2, expression)
    else code.emit(SAME, 0, 1, expression)
    return
  }
  const computed = operandsComputed(named, expression.operands).length
  const attributes = fixed && attributesOf(named, fixed)
  const read = typeof attributes === 'string' ? null : attributes
  const op = opOf(read ? variantOf(named, read) : named)
  code.emit(APPLY, op, computed, expression, read ? code.attributes.indexOf(read) : 0)
  const { least, most } = countsOf(named)
  if (typeof attributes === 'string') problems.error(attributes, expression)
  else if (computed < least || computed > most) reportCount(expression, range(least, most), problems)
  else {
    advise(expression, scope, problems)
    checkNumbers(expression, context)
  }
}

const NOTHING_FIXED: Fixed = { operands: [], keywords: new Map() }

/** What a call fixes; null, with the reason reported, where something in it is not known before the program runs. */
function fixedOf(call: Call, written: readonly Expression[], context: Context): Fixed | null {
  if (written.length === 0 && call.keywords.length === 0 && call.text === undefined) return NOTHING_FIXED
  const operands = written.map((operand) => knownOperand(operand, call, context))
  const keywords = call.keywords.map(({ name, value }: Keyword): [string, Value | null] => [
    name,
    knownOperand(value, call, context),
  ])
  const isKnown = [...operands, ...keywords.map(([, value]) => value)].every((value) => value !== null)
  return isKnown
    ? { text: call.text, operands: operands as Value[], keywords: new Map(keywords as [string, Value][]) }
    : null
}

function knownOperand(expression: Expression, { callee }: Call, context: Context): Value | null {
  const value = knownIn(expression, context)
  if (value === null)
    context.problems.error(
      `${quote(callee)} needs a number here that is known before the program runs, such as 2 or [2, 3], or a const.`,
      expression,
    )
  return value
}
