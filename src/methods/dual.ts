import type { Tangent } from '../autodiff/pass.ts'
import { type NodeIndex, PLAIN } from '../graph/graph.ts'
import type { Expression } from '../language/syntax.ts'
import { partialFormula } from '../primitives/formula.ts'
import { operandNames, primitiveAt } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { Algebra, ZERO_TERM } from './algebra.ts'
import { formulaTerm } from './formula.ts'
import { isZero } from './term.ts'
import { appliedExpression, infix, nameExpression, writeTerm } from './writeTerm.ts'

/**
 * What a primitive makes of pairs v + v̇ε with ε² = 0: f(x + ẋε) = f(x) + f′(x)·ẋ·ε. Forward mode is arithmetic on such
 * pairs. (Clifford 1873; Griewank and Walther 2008, section 3.1.)
 */
export interface DualRule {
  /** The primitive of the pairs: `sin(x + ẋ*ε)`. */
  readonly ofPairs: Expression
  /** Its value: `sin(x)`. */
  readonly value: Expression
  /** What stands before ε: `cos(x)*ẋ`. */
  readonly dual: Expression
  /** Both together: `sin(x) + cos(x)*ẋ*ε`. */
  readonly pair: Expression
}

export const EPSILON_NAME = 'ε'

/** `ẋ`, `ẋ1`: what a rule calls the tangent of an operand. */
export const tangentName = (operand: string): string => `${operand[0]}\u0307${operand.slice(1)}`.normalize('NFC')

/** The rule of a primitive of so many operands, from the formulas of its partials. */
export function dualRule(primitive: Primitive, count: number): DualRule {
  const names = operandNames(primitive, count)
  const epsilon = nameExpression(EPSILON_NAME)
  const pairOf = (value: Expression, dual: Expression) => infix('+', value, infix('*', dual, epsilon))
  const pairs = names.map((name) => pairOf(nameExpression(name), nameExpression(tangentName(name))))
  const value = appliedExpression(primitive, names.map(nameExpression))
  const dual = dualPart(primitive, names)
  return { ofPairs: appliedExpression(primitive, pairs), value, dual, pair: pairOf(value, dual) }
}

/** v̇ = Σ ∂v/∂u · u̇ */
function dualPart(primitive: Primitive, names: readonly string[]): Expression {
  const algebra = new Algebra()
  const terms = new Map(names.map((name) => [name, algebra.name(name)]))
  terms.set('v', algebra.apply(primitive, [...terms.values()]))
  let sum = ZERO_TERM
  for (const [slot, name] of names.entries()) {
    const partial = formulaTerm(algebra, partialFormula(primitive, slot, names.length), terms)
    if (!isZero(partial)) sum = algebra.sum(sum, algebra.product(partial, algebra.name(tangentName(name))))
  }
  return writeTerm(sum)
}

/** A value with its tangent; null where the seed does not reach it, which is not 0. */
interface DualNumber {
  readonly node: NodeIndex
  readonly value: number
  readonly tangent: number | null
}

/** The step of forward mode at a node between numbers, as arithmetic on pairs. */
export interface DualStep extends DualNumber {
  readonly rule: DualRule
  readonly operands: readonly DualNumber[]
  /** By slot: the local partial; null where none passes. */
  readonly partials: readonly (number | null)[]
}

/** Null at inputs, constants, closed modules and arrays. */
export function dualStep(pass: Tangent, node: NodeIndex): DualStep | null {
  const { graph, partials, live } = pass.primal
  const { op, plan, firstEdge, operand, firstPartial } = graph
  const primitive = primitiveAt(op[node]) as Primitive
  if (!primitive || plan[node] !== PLAIN) return null
  const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
  const operands = edges.map((edge) => dualNumber(pass, operand[edge]))
  return {
    ...dualNumber(pass, node),
    rule: dualRule(primitive, edges.length),
    operands,
    partials: edges.map((edge) => (live[firstPartial[edge]] ? partials[firstPartial[edge]] : null)),
  }
}

function dualNumber({ primal: { graph, values }, numbers, present }: Tangent, node: NodeIndex): DualNumber {
  const entry = graph.offset[node]
  return { node, value: values[entry], tangent: present[entry] ? numbers[entry] : null }
}
