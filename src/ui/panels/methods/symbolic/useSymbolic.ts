import type { Expression } from '../../../../language/syntax.ts'
import { expressionValue } from '../../../../methods/expressionValue.ts'
import { rawDerivative } from '../../../../methods/rawDerivative.ts'
import { type SwellPoint, swell } from '../../../../methods/swell.ts'
import { MOST_WRITTEN, symbolicDerivative } from '../../../../methods/symbolic.ts'
import type { Question } from '../question.ts'
import { useSoon } from '../useSoon.ts'

/** An expression and how large it is as a tree. */
export interface Sized {
  /** Null where it is too large to write. */
  readonly expression: Expression | null
  readonly operations: bigint
}

/** The derivative as an expression; both null where the program is too large. */
export interface Symbolic {
  readonly simplified: (Sized & { readonly sharedOperations: number }) | null
  /** By the rules alone. */
  readonly raw: Sized | null
  /** Of the simplified one at the point. */
  readonly value: number | null
}

export const useSymbolic = (question: Question): Symbolic | null =>
  useSoon(question.primal, `symbolic ${question.from.name} ${question.to.name}`, () => symbolicOf(question))

export function symbolicOf({ view: { graph }, primal, from, to }: Question): Symbolic {
  const simplified = symbolicDerivative(graph, from.node, to.node)
  if (!simplified) return { simplified: null, raw: null, value: null }
  const [{ tree }] = swell(graph, from.node, to.node, 1)
  const raw = { operations: tree, expression: tree <= MOST_WRITTEN ? rawDerivative(graph, from.node, to.node) : null }
  const numbers = new Map(graph.inputs.map(({ name, node }) => [name, primal.values[node]]))
  const { expression } = simplified
  return { simplified, raw, value: expression && expressionValue(expression, (name) => numbers.get(name)) }
}

/** How it grows when the program is composed with itself; empty where the program is too large. */
export const useSwell = ({ primal, view: { graph }, from, to }: Question): readonly SwellPoint[] | null =>
  useSoon(primal, `swell ${from.name} ${to.name}`, () => swell(graph, from.node, to.node))
