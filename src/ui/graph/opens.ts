import { CONSTANT, type Graph, INPUT, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { isClosed, operationOf } from '../../graph/operations.ts'
import { unrolledSize } from '../../graph/unroll.ts'
import { MOST_UNROLLED } from '../../graph/unrolling.ts'

/**
 * Whether the node can be opened in place: a closed module shows what it is made of, an operation with a definition
 * its parts, an operation on arrays its numbers, if they are not too many. The numbers themselves are no more opened:
 * the program has no place for each of them.
 */
export function canOpen(graph: Graph, node: NodeIndex): boolean {
  const { op, plan, module } = graph
  if (op[node] === INPUT || op[node] === CONSTANT || writtenOut(graph).has(module[node])) return false
  if (isClosed(graph, node) || operationOf(graph, node)?.definition !== undefined) return true
  return plan[node] !== PLAIN && unrolledSize(graph, node) <= MOST_UNROLLED
}

const known = new WeakMap<Graph, ReadonlySet<number>>()

/** The modules that are arrays written out as numbers: the first of these stands in the array's place. */
function writtenOut(graph: Graph): ReadonlySet<number> {
  const { module, modules, place } = graph
  const found = known.get(graph) ?? new Set(module.filter((at, node) => modules[at]?.place === place[node]))
  known.set(graph, found)
  return found
}

/** What closes the innermost group around the node that was opened; null where there is none. */
export function closingPlace({ module, modules }: Graph, node: NodeIndex, open: ReadonlySet<number>): number | null {
  for (let at = module[node]; at >= 0; at = modules[at].parent)
    if (open.has(modules[at].place)) return modules[at].place
  return null
}
