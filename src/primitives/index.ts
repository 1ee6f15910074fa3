import type { InfixOperator } from '../language/syntax.ts'
import { arithmetic, neg } from './arithmetic.ts'
import { comparisons } from './comparison.ts'
import { exponentials } from './exponentials.ts'
import { hyperbolic } from './hyperbolic.ts'
import { inverseHyperbolic } from './inverseHyperbolic.ts'
import { inverseTrigonometric } from './inverseTrigonometric.ts'
import { logSums } from './logSum.ts'
import { neural } from './neural.ts'
import { piecewise } from './piecewise.ts'
import { pow, powers } from './powers.ts'
import type { Primitive } from './primitive.ts'
import { rounding } from './rounding.ts'
import { trigonometric } from './trigonometric.ts'

/** Every primitive; its place here is its op on the tape. */
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
]

export const negation: Primitive = neg

const ops = new Map(primitives.map((primitive, op) => [primitive, op]))

const infix = new Map(
  primitives.flatMap((primitive) =>
    primitive.operator && primitive !== negation ? [[primitive.operator, primitive] as const] : [],
  ),
)

/** Of those with an operator only `pow` has a name to call it by, so that `add` stays free for programs. */
const callable = new Map(
  primitives
    .filter((primitive) => !primitive.operator || primitive === pow)
    .flatMap((primitive) =>
      [primitive.name, ...(primitive.aliases ?? [])].map((spelling) => [spelling, primitive] as const),
    ),
)

/** What can be called: names and aliases. */
export const spellings: readonly string[] = [...callable.keys()]

/** The primitive that a program calls by this name or alias. */
export const functionNamed = (spelling: string): Primitive | undefined => callable.get(spelling)

export const infixOperator = (operator: InfixOperator): Primitive => infix.get(operator) as Primitive

/** Its op on the tape. */
export const opOf = (primitive: Primitive): number => ops.get(primitive) as number
