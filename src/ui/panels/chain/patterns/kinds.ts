import { isLive } from '../../../../autodiff/sweep.ts'
import type { Graph, Primal } from '../../../../core.ts'
import type { EdgeIndex, NodeIndex } from '../../../../graph/graph.ts'
import { type Firing, type NodePattern, nodesWith } from '../../../../methods/patterns.ts'
import { edgeLabel } from '../../../../notation/partials.ts'
import type { PatternName } from '../../../../state/choices/chain.ts'
import type { Emphasis } from '../../../../state/emphasis.ts'
import { emphasisOf, type Lit } from '../../../kit/derivative/emphasis.ts'

/** The patterns of the adjoint pass, in the lecture’s words. */
export const ADJOINT_PATTERNS: readonly {
  readonly kind: PatternName
  readonly title: string
  readonly says: string
}[] = [
  { kind: 'distributor', title: 'Add distributes', says: 'every operand gets the adjoint as it is' },
  { kind: 'router', title: 'Max routes', says: 'the operand taken gets the adjoint, the others nothing' },
  { kind: 'switcher', title: 'Multiply switches', says: 'each operand gets the adjoint times the other operand' },
  { kind: 'adder', title: 'A branch adds up', says: 'what was copied forward is summed on the way back' },
  { kind: 'scaler', title: 'All others scale', says: 'the adjoint is multiplied by the local partial' },
]

/** The nodes of the patterns, with what happens written on their edges. */
export function litBy(pass: Primal, patterns: readonly NodePattern[], kinds: ReadonlySet<PatternName>): Emphasis {
  const labels = new Map<EdgeIndex, string>()
  const nodes = new Set<NodeIndex>()
  for (const { kind } of ADJOINT_PATTERNS) {
    if (!kinds.has(kind)) continue
    for (const node of nodesWith(patterns, kind)) {
      nodes.add(node)
      for (const [edge, label] of labelsAt(pass, node, kind)) labels.set(edge, label)
    }
  }
  return emphasised(pass.graph, [...nodes], labels)
}

/** One node with what happens on the edges to its operands, and on those from its consumers if it is a branch. */
export function litAt(pass: Primal, { fires, gathers }: NodePattern, node: NodeIndex): Emphasis {
  const labels = new Map<EdgeIndex, string>()
  for (const kind of [fires, gathers > 1 ? ('adder' as const) : null])
    if (kind) for (const [edge, label] of labelsAt(pass, node, kind)) labels.set(edge, label)
  // The step goes on around it.
  return { ...emphasised(pass.graph, [node], labels), isAlone: false }
}

function emphasised(graph: Graph, nodes: readonly NodeIndex[], labels: Map<EdgeIndex, string>): Emphasis {
  const edges = [...labels.keys()]
  const soft: Lit = { nodes: edges.flatMap((edge) => [graph.operand[edge], graph.consumer[edge]]), edges }
  return emphasisOf(graph, soft, { nodes, edges: [] }, labels)
}

/** What happens on the edges of a node by its pattern. */
function labelsAt(pass: Primal, node: NodeIndex, kind: PatternName): [EdgeIndex, string][] {
  const { graph, partials } = pass
  const { firstEdge, firstConsumer, consumerEdge, firstPartial } = graph
  if (kind === 'adder')
    return Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
      .filter((edge) => isLive(pass, edge))
      .map((edge) => [edge, '+'])
  const partial = (edge: EdgeIndex) => edgeLabel(graph, edge, partials[firstPartial[edge]])
  return Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
    .filter((edge) => graph.varied[graph.operand[edge]])
    .map((edge) => [edge, isLive(pass, edge) ? WORDS[kind](partial(edge)) : 'nothing'])
}

const WORDS: Readonly<Record<Firing, (partial: string) => string>> = {
  distributor: () => 'the same',
  router: () => 'taken',
  switcher: (partial) => `× ${partial}`,
  scaler: (partial) => `× ${partial}`,
}
