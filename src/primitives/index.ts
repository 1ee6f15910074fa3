import type { InfixOperator } from '../language/syntax.ts'
import { arithmetic, neg } from './arithmetic.ts'
import type { ArrayPrimitive, Generator, Operation } from './arrayPrimitive.ts'
import { arrayPrimitives } from './arrays/index.ts'
import { stack } from './arrays/joining.ts'
import { matmul } from './arrays/matmul.ts'
import { subscript } from './arrays/subscript.ts'
import { comparisons } from './comparison.ts'
import { exponentials } from './exponentials.ts'
import { generators } from './generators.ts'
import { hyperbolic } from './hyperbolic.ts'
import { inverseHyperbolic } from './inverseHyperbolic.ts'
import { inverseTrigonometric } from './inverseTrigonometric.ts'
import { logSums } from './logSum.ts'
import { neural } from './neural.ts'
import { piecewise } from './piecewise.ts'
import { pow, powers } from './powers.ts'
import type { Primitive } from './primitive.ts'
import { reductions } from './reductions.ts'
import { rounding } from './rounding.ts'
import { trigonometric } from './trigonometric.ts'

/** Every elementary function of numbers, those included that reduce an array. */
export const primitives: readonly Primitive[] = [
  ...arithmetic,
  ...powers,
  ...exponentials,
  ...logSums,
  ...trigonometric,
  ...inverseTrigonometric,
  ...hyperbolic,
  ...inverseHyperbolic,
  ...piecewise,
  ...rounding,
  ...neural,
  ...comparisons,
  ...reductions,
]

export { arrayPrimitives } from './arrays/index.ts'
export { attributesOf } from './attributes.ts'
export { generators } from './generators.ts'

export { operandNames } from './operands.ts'
export { countsOf, planOf } from './plan.ts'
export { formulaOf, viewsOf } from './views.ts'

/** Every operation; its place here is its op on the tape. */
export const operations: readonly Operation[] = [...primitives, ...arrayPrimitives]

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

/** What can be called: names and aliases, of generators too. */
export const spellings: readonly string[] = [...callable.keys(), ...generating.keys()]

/** Whether the language has a function of that name or alias. */
export const isFunctionName = (spelling: string): boolean => callable.has(spelling) || generating.has(spelling)

/** The operation that a program calls by this name or alias. */
export const functionNamed = (spelling: string): Operation | undefined => callable.get(spelling)

export const generatorNamed = (spelling: string): Generator | undefined => generating.get(spelling)

/** `@` is for arrays alone; the others are primitives. */
type Of<Operator extends InfixOperator> = Operator extends '@' ? ArrayPrimitive : Primitive

export const infixOperator = <Operator extends InfixOperator>(operator: Operator): Of<Operator> =>
  infix.get(operator) as Of<Operator>

/** Its op on the tape. */
export const opOf = (operation: Operation): number => ops.get(operation) as number
