import type { NodeIndex } from '../../graph/graph.ts'
import type { Mode, Primal } from '../pass.ts'
import { isLive, type Sums } from '../sweep.ts'
import type { SweepChoices } from './sweepChoices.ts'

/** The nodes in the order in which a sweep visits them. */
export function visitsOf(primal: Primal, mode: Mode, order: SweepChoices['order'], seeds: Sums): NodeIndex[] {
  if (order === 'breadth') return breadthFirst(primal, mode, seeds)
  const nodes = Array.from({ length: primal.graph.size }, (_, node) => node)
  return (mode === 'reverse') === (order === 'topological') ? nodes.reverse() : nodes
}

/** Level by level from the seeds, whether or not a node still waits for something. */
function breadthFirst(primal: Primal, mode: Mode, { present }: Sums): NodeIndex[] {
  const { size, offset } = primal.graph
  const isSeeded = (node: NodeIndex) => present.subarray(offset[node], offset[node + 1]).includes(1)
  const along = (nodes: NodeIndex[]) => nodes.sort((a, b) => (mode === 'reverse' ? b - a : a - b))
  const seen = new Set<NodeIndex>()
  const visits: NodeIndex[] = []
  let level = along(Array.from({ length: size }, (_, node) => node).filter(isSeeded))
  while (level.length > 0) {
    for (const node of level) seen.add(node)
    visits.push(...level)
    const next = new Set(level.flatMap((node) => neighbours(primal, mode, node)))
    level = along([...next].filter((node) => !seen.has(node)))
  }
  return visits
}

function neighbours(primal: Primal, mode: Mode, node: NodeIndex): NodeIndex[] {
  const { firstEdge, operand, consumer, consumerEdge, firstConsumer } = primal.graph
  if (mode === 'forward') {
    const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    return Array.from(edges).flatMap((edge) => (isLive(primal, edge) ? consumer[edge] : []))
  }
  const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
  return edges.flatMap((edge) => (isLive(primal, edge) ? operand[edge] : []))
}
