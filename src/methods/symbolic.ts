import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Expression } from '../language/syntax.ts'
import { Algebra, ONE_TERM, ZERO_TERM } from './algebra.ts'
import { neededFor, tangentTerms } from './tangentTerms.ts'
import { type Body, operationsOf, type SymbolicTerm } from './term.ts'
import { termValue } from './termValue.ts'
import { bodiesOf, writeTerm } from './writeTerm.ts'

/** Larger expressions are not written out. */
export const MOST_WRITTEN = 2000n
/** Nodes that an output may take to be differentiated symbolically. */
export const MOST_SYMBOLIC = 3000

/** ∂output/∂input as an expression. */
export interface SymbolicDerivative {
  /** Null where it takes more than MOST_WRITTEN operations. */
  readonly expression: Expression | null
  /** As a tree, with everything written out: exactly, up to MOST_COUNTED. */
  readonly operations: bigint
  /** As a graph, in which equal parts are there once. */
  readonly sharedOperations: number
  /** Its value, whether it is written out or not, given those of the names in it. */
  readonly valueAt: (named: (name: string) => number | undefined) => number
}

/**
 * The derivative of an output by an input of an open graph of numbers, lightly simplified. Values in between are written
 * out, unless `named` has a name for them. Null where the graph is too large.
 */
export function symbolicDerivative(
  graph: Graph,
  input: NodeIndex,
  output: NodeIndex,
  named: (node: NodeIndex) => string | undefined = () => undefined,
): SymbolicDerivative | null {
  const nodes = neededFor(graph, output)
  if (nodes.length > MOST_SYMBOLIC) return null
  const algebra = new Algebra([...graph.names.values()].flat())
  const names = new Map(graph.inputs.map(({ name, node }) => [node, name]))
  const leaf = (node: NodeIndex) => ({
    value: algebra.name(names.get(node) as string),
    derivative: node === input ? ONE_TERM : ZERO_TERM,
  })
  const kept = (node: NodeIndex, value: SymbolicTerm): SymbolicTerm => {
    const name = node === output ? undefined : named(node)
    return name === undefined ? value : algebra.name(name)
  }
  const derivative = tangentTerms(graph, nodes, algebra, leaf, kept).get(output)?.derivative ?? ZERO_TERM
  const operations = operationsOf(derivative)
  return {
    expression: operations <= MOST_WRITTEN ? writeTerm(derivative) : null,
    operations,
    sharedOperations: bodiesOf(derivative).filter(isOperation).length,
    valueAt: (named) => termValue(derivative, named),
  }
}

const isOperation = ({ kind }: Body): boolean => kind !== 'name'
