import type { EdgeIndex, Graph, NodeIndex, Value } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { entriesOf } from '../../notation/numbers.ts'
import { outputsOf } from '../../notation/symbols.ts'
import type { Operation } from '../../primitives/arrayPrimitive.ts'
import { activeNode, finalAt } from '../frame.ts'
import type { Frame, Pass, Term } from '../pass.ts'
import { seedValue, termsAt } from '../terms.ts'

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

/** What the step gives its node. */
export const resultOf = ({ pass, node }: Situation): Value => finalAt(pass, node)

/** null before the pass begins. */
export function situationOf(frame: Frame): Situation | null {
  const node = activeNode(frame)
  if (node === null) return null
  const { pass, step, term } = frame
  const terms = termsAt(pass, node)
  const isArriving = pass.stepOf[node] === step
  return {
    ...{ pass, graph: pass.primal.graph, node, terms, seed: seedValue(pass, node) },
    ...{ arrived: isArriving ? Math.min(term, terms.length) : terms.length, isLast: step >= pass.steps.length },
  }
}

/** The operation that an edge leads into; null where it is a closed module. */
export const operationAt = (graph: Graph, edge: EdgeIndex): Operation | null => operationOf(graph, graph.consumer[edge])

/** The names of the outputs that the node is and that the pass seeds. */
export const seededOutputs = ({ sweep }: Pass, graph: Graph, node: NodeIndex): string[] =>
  sweep.kind !== 'adjoint'
    ? []
    : outputsOf(graph, node).filter(
        (name) => Object.hasOwn(sweep.seed, name) && entriesOf(sweep.seed[name]).some(Boolean),
      )
