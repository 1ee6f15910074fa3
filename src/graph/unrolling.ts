import { type Graph, type NodeIndex, PLAIN } from './graph.ts'
import { entryCount } from './nodes.ts'
import { unrolledSize } from './unroll.ts'

/** Nodes that an unrolled graph may have, so that it can still be laid out and drawn. */
export const MOST_UNROLLED = 6000

/** Which nodes of a graph are written out as numbers; null if none is. */
export function unrolling(
  graph: Graph,
  { open = 'all', unrolled = false }: { readonly open?: ReadonlySet<number> | 'all'; readonly unrolled?: boolean },
): ((node: NodeIndex) => boolean) | null {
  const { size, plan, place } = graph
  const isArray = (node: NodeIndex) => plan[node] !== PLAIN || entryCount(graph, node) > 1
  const nodes = [...Array(size).keys()].filter(isArray)
  const total = nodes.reduce((sum, node) => sum + unrolledSize(graph, node), 0)
  const all = unrolled && total <= MOST_UNROLLED
  const isOpen = (node: NodeIndex) => all || (open !== 'all' && open.has(place[node]))
  return nodes.some(isOpen) ? isOpen : null
}
