import type { Primal } from '../autodiff/pass.ts'
import { isLive } from '../autodiff/sweep.ts'
import { CONSTANT, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { partialReads } from '../graph/localPartial.ts'
import { entryCount } from '../graph/nodes.ts'
import { isClosed } from '../graph/operations.ts'

/** What the adjoint pass of a closed module reads: numbers inside, and nodes outside. */
interface KeptInside {
  readonly numbers: number
  readonly reads: readonly NodeIndex[]
}

/** Between numbers it keeps a partial for each operand; with arrays the values that partials inside read. */
export function insideOf(primal: Primal, node: NodeIndex): KeptInside {
  const { graph, inside } = primal
  const { firstEdge, operand, plan } = graph
  const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
  const live = edges.filter((edge) => isLive(primal, edge))
  if (plan[node] === PLAIN || live.length === 0) return { numbers: live.length, reads: [] }
  const within = inside.get(node) as Primal
  const { inputs, outputs } = within.graph
  const { numbers, reads } = readInside(within)
  const outside = new Map<NodeIndex, NodeIndex>(
    inputs.map((input, slot) => [input.node, operand[firstEdge[node] + slot]]),
  )
  outside.set(outputs[0].node, node)
  const own = [...reads].filter((read) => !outside.has(read))
  return {
    numbers: own.reduce((sum, read) => sum + entryCount(within.graph, read), numbers),
    reads: [...reads].flatMap((read) => outside.get(read) ?? []).filter((read) => graph.op[read] !== CONSTANT),
  }
}

/** The nodes whose values the partials of a graph read, and what closed modules in it keep besides. */
function readInside(primal: Primal): { numbers: number; reads: Set<NodeIndex> } {
  const { graph } = primal
  const reads = new Set<NodeIndex>()
  let numbers = 0
  for (let node = 0; node < graph.size; node++) {
    for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++)
      if (isLive(primal, edge)) for (const read of partialReads(graph, edge)) reads.add(read)
    if (!isClosed(graph, node)) continue
    const inside = insideOf(primal, node)
    numbers += inside.numbers
    for (const read of inside.reads) reads.add(read)
  }
  return { numbers, reads }
}
