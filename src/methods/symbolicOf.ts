import type { Expression } from '../language/syntax.ts'
import { expressionValue } from './expressionValue.ts'
import type { Question } from './question.ts'
import { rawDerivative } from './rawDerivative.ts'
import { swell } from './swell.ts'
import { MOST_WRITTEN, symbolicDerivative } from './symbolic.ts'

/** An expression and how large it is as a tree. */
export interface Sized {
  /** Null where it is too large to write. */
  readonly expression: Expression | null
  readonly operations: bigint
}

/** The derivative as an expression; both null where the program is too large. */
export interface SymbolicAnswer {
  readonly simplified: (Sized & { readonly sharedOperations: number }) | null
  /** By the rules alone. */
  readonly raw: Sized | null
  /** Of the simplified one at the point. */
  readonly value: number | null
}

export function symbolicOf({ view: { graph }, primal, from, to }: Question): SymbolicAnswer {
  const simplified = symbolicDerivative(graph, from.node, to.node)
  if (!simplified) return { simplified: null, raw: null, value: null }
  const [{ tree }] = swell(graph, from.node, to.node, 1)
  const raw = { operations: tree, expression: tree <= MOST_WRITTEN ? rawDerivative(graph, from.node, to.node) : null }
  const numbers = new Map(graph.inputs.map(({ name, node }) => [name, primal.values[node]]))
  const { expression } = simplified
  return { simplified, raw, value: expression && expressionValue(expression, (name) => numbers.get(name)) }
}
