import type { Primal } from '../autodiff/pass.ts'
import { isLive } from '../autodiff/sweep.ts'
import type { Graph, NodeIndex } from '../graph/graph.ts'
import { operationOf } from '../graph/operations.ts'
import { isArrayPrimitive } from '../primitives/arrayPrimitive.ts'
import type { AdjointPattern } from '../primitives/primitive.ts'

/** What a node does with its adjoint when it fires: one of the lecture's patterns, or its local partials scale it. */
export type Firing = AdjointPattern | 'scaler'

/** What happens at a node in an adjoint pass. */
export interface NodePattern {
  /** Null where nothing passes on: at inputs, constants, and what no input acts on. */
  readonly fires: Firing | null
  /** A branch adds up what comes back from its uses: how many there are. From 2 on the node is an adder. */
  readonly gathers: number
}

/** In a product of arrays each operand is the other's partial; what copies entries is a router, and what adds up copies a distributor. */
export function patternAt(graph: Graph, node: NodeIndex): AdjointPattern | undefined {
  const operation = operationOf(graph, node)
  if (!operation) return undefined
  if (!isArrayPrimitive(operation)) return operation.pattern
  const { kind, adds } = graph.plans[graph.plan[node]]
  if (kind === 'contraction') return 'switcher'
  if (kind === 'selection') return adds ? 'distributor' : 'router'
  return undefined
}

/** By node: its patterns in the adjoint pass at this point. Edges that carry no derivative do not count. */
export function patternsOf(pass: Primal): NodePattern[] {
  const { graph } = pass
  const { size, firstEdge, consumerEdge, firstConsumer } = graph
  return Array.from({ length: size }, (_, node) => {
    const isFiring = range(firstEdge[node], firstEdge[node + 1]).some((edge) => isLive(pass, edge))
    const uses = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    return {
      fires: isFiring ? (patternAt(graph, node) ?? 'scaler') : null,
      gathers: uses.filter((edge) => isLive(pass, edge)).length,
    }
  })
}

/** The nodes that show a pattern. */
export const nodesWith = (patterns: readonly NodePattern[], pattern: Firing | 'adder'): NodeIndex[] =>
  [...patterns.keys()].filter((node) =>
    pattern === 'adder' ? patterns[node].gathers > 1 : patterns[node].fires === pattern,
  )

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
