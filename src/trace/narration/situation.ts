import type { EdgeIndex, Graph, NodeIndex, Value } from '../../graph/graph.ts'
import { outputsOf, primitiveOf } from '../../notation/symbols.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import { activeNode } from '../frame.ts'
import type { Frame, Pass, Term } from '../pass.ts'
import { seedAt, termsAt } from '../terms.ts'

/** The step that a frame speaks of: the one whose terms are arriving, or the one just completed. */
export interface Situation {
  readonly pass: Pass
  readonly graph: Graph
  readonly node: NodeIndex
  readonly terms: readonly Term[]
  readonly seed: Value | null
  /** Terms that have arrived. */
  readonly arrived: number
  /** Whether this is the last step of its pass, complete. */
  readonly isLast: boolean
}

/** null before the pass begins. */
export function situationOf(frame: Frame): Situation | null {
  const node = activeNode(frame)
  if (node === null) return null
  const { pass, step, term } = frame
  const terms = termsAt(pass, node)
  const isArriving = pass.stepOf[node] === step
  return {
    ...{ pass, graph: pass.primal.graph, node, terms, seed: seedAt(pass, node) },
    ...{ arrived: isArriving ? Math.min(term, terms.length) : terms.length, isLast: step >= pass.steps.length },
  }
}

/** The primitive that an edge leads into. */
export const primitiveAt = (graph: Graph, edge: EdgeIndex): Primitive =>
  primitiveOf(graph, graph.consumer[edge]) as Primitive

export const slotOf = (graph: Graph, edge: EdgeIndex): number => edge - graph.firstEdge[graph.consumer[edge]]

export const operandsOf = (graph: Graph, node: NodeIndex): NodeIndex[] => [
  ...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1]),
]

/** The names of the outputs that the node is and that the pass seeds. */
export const seededOutputs = ({ sweep }: Pass, graph: Graph, node: NodeIndex): string[] =>
  sweep.kind !== 'adjoint'
    ? []
    : outputsOf(graph, node).filter((name) => Object.hasOwn(sweep.seed, name) && sweep.seed[name] !== 0)
