import { useEffect } from 'react'
import type { Graph } from '../../../core.ts'
import type { EdgeIndex, NodeIndex } from '../../../graph/graph.ts'
import { type Emphasis, edgeKey, type Tone } from '../../../state/emphasis.ts'
import { change, now } from '../../../state/store.ts'

/** Nodes and edges of the graph on the screen. */
export interface Lit {
  readonly nodes: Iterable<NodeIndex>
  readonly edges: Iterable<EdgeIndex>
}

const NOTHING: Lit = { nodes: [], edges: [] }
const NO_LABELS = new Map<EdgeIndex, string>()

/** What stands out softly, what strongly, and what is written on edges. */
export function emphasisOf(graph: Graph, soft: Lit, strong: Lit = NOTHING, labels = NO_LABELS): Emphasis {
  const nodes = new Map<number, Tone>()
  const edges = new Map<string, Tone>()
  const keyOf = (edge: EdgeIndex) => keyIn(graph, edge)
  for (const [tone, lit] of [['soft', soft] as const, ['strong', strong] as const]) {
    for (const node of lit.nodes) nodes.set(graph.id[node], tone)
    for (const edge of lit.edges) edges.set(keyOf(edge), tone)
  }
  return { isAlone: true, nodes, edges, labels: new Map(Array.from(labels, ([edge, text]) => [keyOf(edge), text])) }
}

const keyIn = ({ consumer, firstEdge, id }: Graph, edge: EdgeIndex): string =>
  edgeKey(id[consumer[edge]], edge - firstEdge[consumer[edge]])

/** Lights something in the graph for as long as the view is there; where it lights nothing, it leaves what others light. */
export function useEmphasis(emphasis: Emphasis | null): void {
  useEffect(() => {
    if (!emphasis) return
    change({ emphasis })
    return () => {
      if (now().emphasis === emphasis) change({ emphasis: null })
    }
  }, [emphasis])
}
