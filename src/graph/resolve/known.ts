import type { Expression } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import { nested, type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import type { AxisIndex } from '../../primitives/wiring.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import type { Code } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import { evaluate, isMisfit } from './evaluate.ts'
import { fixedValue } from './fixed.ts'

/** The steps of an expression. */
type ReadSteps = (expression: Expression) => { readonly code: Code; readonly start: number; readonly end: number }

/** What has been computed before the program runs, by declaration; null while it is being computed, or where it is not known. */
const computed = new WeakMap<Scope, Map<DeclarationIndex, Tensor | null>>()

/** What is known of an expression before the program runs, from numbers, `const` definitions and shapes; null where something is not. */
export function knownValue(expression: Expression, scope: Scope, read: ReadSteps): Value | null {
  const written = fixedValue(expression, scope)
  if (written !== null) return written
  const tensor = run(expression, scope, read)
  return tensor && nested(tensor.shape, tensor.entries)
}

function run(expression: Expression, scope: Scope, read: ReadSteps): Tensor | null {
  const { code, ...range } = read(expression)
  const results = evaluate(code, range, (index, isShape) => declared(index, isShape, scope, read))
  return results === null || isMisfit(results) ? null : results[0]
}

/** The value of a `const` definition that is computed from shapes and others of its kind; null if it reads anything else. */
export const knownConstant = (index: DeclarationIndex, scope: Scope, code: Code): Tensor | null =>
  declared(index, false, scope, (expression) => {
    const place = scope.declarations.findIndex((each) => each.expression === expression)
    return { code, ...code.range(place) }
  })

/** The value of a definition: of any that is constant where only its shape is asked for, else of those that say `const`. */
function declared(index: DeclarationIndex, isShape: boolean, scope: Scope, read: ReadSteps): Tensor | null {
  const { kind, role, name, expression } = scope.declarations[index]
  if (kind !== 'value' || !expression || !(isShape || role === 'const')) return null
  const instead = scope.at && role !== 'const' && Object.hasOwn(scope.at, name) ? tensorOf(scope.at[name]) : null
  if (instead) return instead
  const values = computed.get(scope) ?? new Map<DeclarationIndex, Tensor | null>()
  computed.set(scope, values)
  const known = values.get(index)
  if (known !== undefined) return known
  values.set(index, null)
  const value = run(expression, scope, read)
  values.set(index, value)
  return value
}

/** The part of a subscript that stands for a known value; a sentence where there is none. */
export function knownIndex(expression: Expression, value: Value, scope: Scope): AxisIndex | string {
  if (isMask(expression, scope)) return { mask: value }
  if (!areWhole(value))
    return 'An index is a whole number. Of a condition, write the comparison itself, as in x[m > 0].'
  return typeof value === 'number' ? { at: value } : { places: value }
}

/** Why an index is not known: it reads an input, or what is computed from one. */
export function unknownIndex(expression: Expression, { byName, declarations }: Scope): string {
  const name = expression.kind === 'name' ? expression.name : 'y'
  const isInput = declarations[byName.get(name) ?? -1]?.expression?.kind === 'array'
  return isInput
    ? `${quote(name)} can change, and an index is known before the program runs. Write const before its definition: const ${shorten(name)} = …`
    : 'An index is known before the program runs: a number, an array of places, or a condition on what const defines. To choose by a value, write where(condition, a, b).'
}

const areWhole = (value: Value): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) : value.every(areWhole)

/** How deep a condition is looked into. */
const MOST_LEVELS = 12

/** Whether it says which entries to take, not where they stand: comparisons, their products, arrays of truth values. */
function isMask(expression: Expression, scope: Scope, level = 0): boolean {
  if (level === MOST_LEVELS) return false
  const isAlso = (inner: Expression): boolean => isMask(inner, scope, level + 1)
  if (expression.kind === 'infix')
    return (
      /^[<>=!]/.test(expression.operator) ||
      (expression.operator === '*' && isAlso(expression.left) && isAlso(expression.right))
    )
  if (expression.kind === 'array') return expression.items.every(isAlso)
  if (expression.kind !== 'name') return false
  const definition = scope.declarations[scope.byName.get(expression.name) ?? -1]
  if (definition) return definition.expression !== null && isAlso(definition.expression)
  return NAMED_CONSTANTS.has(expression.name) && (expression.name === 'true' || expression.name === 'false')
}
