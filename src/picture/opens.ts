import { CONSTANT, type Graph, INPUT, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { isClosed, operationOf } from '../graph/operations.ts'
import { MOST_OPENED, unrolledSize } from '../graph/unroll/unrolling.ts'

/**
 * Whether the node can be opened in place: a closed module shows what it is made of, an operation with a definition
 * its parts, an operation on arrays its numbers, if it computes any and they are not too many. What an array was written
 * out as is no more opened, neither its numbers nor what gathers them.
 */
export function canOpen(graph: Graph, node: NodeIndex): boolean {
  const { op, plan, module, place } = graph
  const { first, writtenOut } = openedIn(graph)
  if (op[node] === INPUT || op[node] === CONSTANT || writtenOut.has(module[node])) return false
  if (first.get(place[node]) !== node) return false
  if (isClosed(graph, node) || operationOf(graph, node)?.definition !== undefined) return true
  if (plan[node] === PLAIN) return false
  const size = unrolledSize(graph, node)
  return size > 0 && size <= MOST_OPENED
}

interface Opened {
  /** By place: its first node. Those after it gather the numbers of an array that is written out. */
  readonly first: ReadonlyMap<number, NodeIndex>
  /** The modules that are arrays written out as numbers: the first of these stands in the array's place. */
  readonly writtenOut: ReadonlySet<number>
}

const openedIn = memo(({ module, modules, place }: Graph): Opened => {
  const first = new Map<number, NodeIndex>()
  place.forEach((at, node) => {
    if (!first.has(at)) first.set(at, node)
  })
  return { first, writtenOut: new Set(module.filter((at, node) => modules[at]?.place === place[node])) }
})

/** What was opened, and by node the innermost of these that it stands in. */
interface Grouped {
  readonly groups: readonly { readonly parent: number; readonly place: number }[]
  readonly group: ArrayLike<number>
}

/** The place that closes the innermost opened group around the node; null where there is none. */
export function closingPlace({ groups, group }: Grouped, node: NodeIndex, open: ReadonlySet<number>): number | null {
  for (let at = group[node]; at >= 0; at = groups[at].parent) if (open.has(groups[at].place)) return groups[at].place
  return null
}
