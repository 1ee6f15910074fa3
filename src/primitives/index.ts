import type { InfixOperator } from '../language/syntax.ts'
import { arithmetic, neg } from './arithmetic.ts'
import { type ArrayPrimitive, type Generator, isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { arrays } from './arrays/index.ts'
import { stack } from './arrays/joining.ts'
import { matmul } from './arrays/matmul.ts'
import { subscript } from './arrays/subscript.ts'
import { comparisons } from './comparison.ts'
import { exponentials } from './exponentials.ts'
import { generators } from './generators.ts'
import { hyperbolic } from './hyperbolic.ts'
import { neural } from './neural.ts'
import { piecewise } from './piecewise.ts'
import { pow, powers } from './powers.ts'
import type { Primitive } from './primitive.ts'
import { reductions } from './reductions.ts'
import { trigonometric } from './trigonometric.ts'
import type { Attributes } from './wiring.ts'

const elementary: Primitive[] = [
  ...arithmetic,
  ...powers,
  ...exponentials,
  ...trigonometric,
  ...hyperbolic,
  ...piecewise,
  ...neural,
  ...comparisons,
  ...reductions,
]

/** Every elementary function of numbers, those included that reduce an array; `register` adds to them. */
export const primitives: readonly Primitive[] = elementary

const ofArrays: ArrayPrimitive[] = [...arrays]

/** Every operation that is there for arrays alone; `register` adds to them. */
export const arrayPrimitives: readonly ArrayPrimitive[] = ofArrays

export { attributesOf } from './attributes.ts'
export { generators } from './generators.ts'

export { operandNames } from './operands.ts'
export { countsOf, planOf } from './plan.ts'
export { formulaOf, viewsOf } from './views.ts'

/** Every operation; its place here is its op on the tape. */
export const operations: readonly Operation[] = [...elementary, ...arrays]

export const negation: Primitive = neg
/** What an array literal does with its items. */
export const stacking: ArrayPrimitive = stack
export const subscripting: ArrayPrimitive = subscript

const ops = new Map(operations.map((operation, op) => [operation, op]))

const infix = new Map(
  operations.flatMap((operation) =>
    operation.operator && operation !== negation ? [[operation.operator, operation] as const] : [],
  ),
)

/** Of those with an operator only two have a name to call them by, so that `add` stays free for programs. */
const isCallable = (operation: Operation): boolean =>
  operation === pow ||
  operation === matmul ||
  (!operation.operator && operation !== subscripting && isWritten(operation))

/** Whether a program of the language can say it. */
export const isWritten = (operation: Operation): boolean => !('isUnwritten' in operation && operation.isUnwritten)

const bySpelling = <Named extends { readonly name: string; readonly aliases?: readonly string[] }>(
  all: readonly Named[],
) => new Map(all.flatMap((one) => [one.name, ...(one.aliases ?? [])].map((spelling) => [spelling, one] as const)))

const callable = bySpelling(operations.filter(isCallable))
const generating = bySpelling(generators)

const yielding = new Set<Operation>()

/** Adds operations that are loaded late; `yields` says whether programs may use their names for values of their own. */
export function register(further: readonly Operation[], { yields }: { readonly yields: boolean }): void {
  for (const operation of further.filter((each) => !ops.has(each))) {
    ops.set(operation, (operations as Operation[]).push(operation) - 1)
    if (isArrayPrimitive(operation)) ofArrays.push(operation)
    else elementary.push(operation)
    if (yields) yielding.add(operation)
  }
  for (const [spelling, operation] of bySpelling(further)) callable.set(spelling, operation)
}

/** Whether programs may use its name for a value of their own, since some were written before the language had it. */
export const yieldsName = (operation: Operation): boolean => yielding.has(operation)

/** What can be called: names and aliases, of generators too. */
export const spellings = (): string[] => [...callable.keys(), ...generating.keys()]

/** Whether the language has a function of that name or alias. */
export const isFunctionName = (spelling: string): boolean => callable.has(spelling) || generating.has(spelling)

/** The operation that a program calls by this name or alias. */
export const functionNamed = (spelling: string): Operation | undefined => callable.get(spelling)

export const generatorNamed = (spelling: string): Generator | undefined => generating.get(spelling)

/** `@` is for arrays alone; the others are primitives. */
type Of<Operator extends InfixOperator> = Operator extends '@' ? ArrayPrimitive : Primitive

export const infixOperator = <Operator extends InfixOperator>(operator: Operator): Of<Operator> =>
  infix.get(operator) as Of<Operator>

/** The elementary function of an op; undefined where it is none. */
export function primitiveAt(op: number): Primitive | undefined {
  const operation = operations[op]
  return operation && !isArrayPrimitive(operation) ? operation : undefined
}

/** Its op on the tape. */
export const opOf = (operation: Operation): number => ops.get(operation) as number

/** The operation itself, or the kind of it that a call means by what it fixes. */
export function variantOf(operation: Operation, attributes: Attributes): Operation {
  const name = 'variant' in operation ? operation.variant?.(attributes) : undefined
  return (name && callable.get(name)) || operation
}
