import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { PyArgument, PyExpression } from '../parse/pySyntax.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { type Arguments, Dictionary, DOTS, List, NONE, type PyValue, Slice, Text, Tuple } from '../values/values.ts'
import { comprehended } from './comprehensions.ts'
import type { Interpreting } from './interpreting.ts'
import { compared, infix, keyOf, prefix } from './operators.ts'
import type { PyScope } from './scope.ts'
import { itemAt, wholeNumber } from './sequences.ts'
import { textOf } from './texts.ts'

/** The value of an expression in a scope; operands from left to right, as Python does. */
export function evaluated(run: Interpreting, expression: PyExpression, scope: PyScope): PyValue {
  const value = (inner: PyExpression) => run.evaluate(inner, scope)
  switch (expression.kind) {
    case 'number':
      return run.number(expression.value, expression.dtype, expression)
    case 'text':
      return new Text(expression.text)
    case 'formatted':
      return formatted(run, expression, scope)
    case 'none':
      return NONE
    case 'dots':
      return DOTS
    case 'name':
      return lookedUp(run, scope, expression.name, expression)
    case 'member':
      return run.attribute(value(expression.target), expression.name, expression)
    case 'subscript':
      return taken(run, value(expression.target), expression.indices.map(value), expression)
    case 'slice':
      return sliced(run, expression, scope)
    case 'call': {
      const callee = value(expression.callee)
      return run.callFrom(expression, callee, argumentsOf(run, expression.given, scope, expression), scope)
    }
    case 'list':
      return new List(itemsOf(run, expression.items, scope))
    case 'tuple':
      return new Tuple(itemsOf(run, expression.items, scope))
    case 'dictionary':
      return dictionary(run, expression, scope)
    case 'comprehension':
      return comprehended(run, expression, scope)
    case 'infix': {
      const left = value(expression.left)
      return infix(run, expression.operator, left, value(expression.right), expression)
    }
    case 'prefix':
      return prefix(run, expression.operator, value(expression.operand), expression)
    case 'logic': {
      const left = value(expression.left)
      return run.truth(left, expression.left) === (expression.operator === 'and') ? value(expression.right) : left
    }
    case 'not':
      return run.number(run.truth(value(expression.operand), expression.operand) ? 0 : 1, 'bool', expression)
    case 'compare':
      return chain(run, expression, scope)
    case 'conditional':
      return run.truth(value(expression.condition), expression.condition)
        ? value(expression.chosen)
        : value(expression.otherwise)
    case 'lambda':
      return run.define(expression.function, scope)
    case 'walrus': {
      const result = value(expression.value)
      run.assign(expression.target, result, walrusScope(scope))
      return result
    }
    case 'starred':
      throw new Refusal('`*` stands in a list, a tuple or a call.', expression)
    case 'unread':
      throw new Refusal(expression.message, expression)
  }
}

/** What a name stands for. */
function lookedUp(run: Interpreting, scope: PyScope, name: string, at: Span): PyValue {
  const found = scope.find(name)
  if (found === 'unassigned') throw new Refusal(`${quote(name)} is read here before the function assigns it.`, at)
  if (found === undefined) throw new Refusal(unknownName(run, name), at)
  return found
}

function unknownName(run: Interpreting, name: string): string {
  const library = ['numpy', 'math'].find((path) => run.modules.get(path)?.members.has(name))
  if (!library) return `${quote(name)} is not defined. Give it a value before this line: \`${name} = 1.0\`.`
  const call = `${library === 'numpy' ? 'np' : 'math'}.${name}`
  return `${quote(name)} is not defined: Python itself has no such name. Write \`${call}\`, or import it before.`
}

function walrusScope(scope: PyScope): PyScope {
  let around = scope
  while (around.kind === 'comprehension' && around.parent) around = around.parent
  return around
}

/** `target[indices]`; arrays of the libraries take theirs by their own rules. */
export function taken(run: Interpreting, target: PyValue, indices: readonly PyValue[], at: Span): PyValue {
  if (target instanceof PyNumber) return run.library.subscript(run, target, spread(indices), at)
  return itemAt(run, target, indices, at)
}

/** `x[(0, 1)]` is `x[0, 1]`. */
export const spread = (indices: readonly PyValue[]): readonly PyValue[] =>
  indices.length === 1 && indices[0] instanceof Tuple ? indices[0].items : indices

function sliced(run: Interpreting, expression: PyExpression & { kind: 'slice' }, scope: PyScope): PyValue {
  const bound = (part: PyExpression | null): number | null => {
    if (!part) return null
    const value = run.evaluate(part, scope)
    return value === NONE ? null : wholeNumber(value, part)
  }
  return new Slice(bound(expression.start), bound(expression.stop), bound(expression.step))
}

function formatted(run: Interpreting, expression: PyExpression & { kind: 'formatted' }, scope: PyScope): PyValue {
  const pieces = expression.pieces.map((piece) => {
    if (typeof piece === 'string') return new Text(piece)
    const text = textOf(run.evaluate(piece.value, scope))
    return piece.isPlain ? text : new Text(text.text, false)
  })
  return new Text(
    pieces.map(({ text }) => text).join(''),
    pieces.every(({ isKnown }) => isKnown),
  )
}

function itemsOf(run: Interpreting, expressions: readonly PyExpression[], scope: PyScope): PyValue[] {
  return expressions.flatMap((item) =>
    item.kind === 'starred' ? run.items(run.evaluate(item.value, scope), item) : [run.evaluate(item, scope)],
  )
}

function dictionary(run: Interpreting, expression: PyExpression & { kind: 'dictionary' }, scope: PyScope): PyValue {
  const made = new Dictionary()
  for (const { key, value } of expression.entries) {
    const place = key && keyOf(run.evaluate(key, scope), key)
    const entry = run.evaluate(value, scope)
    if (place !== null) made.items.set(place, entry)
    else if (entry instanceof Dictionary) for (const [name, one] of entry.items) made.items.set(name, one)
    else throw new Refusal('`**` takes a dictionary here.', value)
  }
  return made
}

/** `a < b <= c`: each operand once, and no further than the first that does not hold. */
function chain(run: Interpreting, expression: PyExpression & { kind: 'compare' }, scope: PyScope): PyValue {
  let left = run.evaluate(expression.first, scope)
  let result: PyValue = NONE
  for (const [k, { operator, operand }] of expression.rest.entries()) {
    const right = run.evaluate(operand, scope)
    result = compared(run, operator, left, right, expression)
    if (k < expression.rest.length - 1 && !run.truth(result, expression)) return result
    left = right
  }
  return result
}

/** What a call is given: `*` and `**` are taken apart. */
export function argumentsOf(run: Interpreting, given: readonly PyArgument[], scope: PyScope, at: Span): Arguments {
  const positional: PyValue[] = []
  const keywords = new Map<string, PyValue>()
  const add = (name: string, value: PyValue, where: Span) => {
    if (keywords.has(name)) throw new Refusal(`The argument ${quote(name)} is given twice.`, where)
    keywords.set(name, value)
  }
  for (const { kind, name, value: expression } of given) {
    const value = run.evaluate(expression, scope)
    if (kind === 'place') positional.push(value)
    else if (kind === 'keyword') add(name, value, expression)
    else if (kind === 'rest') positional.push(...run.items(value, expression))
    else if (value instanceof Dictionary) for (const [key, one] of value.items) add(String(key), one, expression)
    else throw new Refusal('`**` takes a dictionary here.', expression)
  }
  return { positional, keywords, at: { from: at.from, to: at.to } }
}
