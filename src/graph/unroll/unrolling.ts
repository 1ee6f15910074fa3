import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { CLOSED, type Graph, type NodeIndex, PLAIN } from '../graph.ts'
import { entryCount } from '../nodes.ts'
import { operationOf } from '../operations.ts'

/** Nodes that arrays may become when all are written out, so that the graph can still be drawn and played fluidly. */
export const MOST_UNROLLED = 50_000
/** The same where single ones are opened in place, which nothing is to wait for. */
export const MOST_OPENED = 6000

/** Reductions that become several nodes for each entry. */
const SEVERAL: ReadonlySet<string> = new Set(['var', 'std', 'samplevar', 'samplestd', 'argmax', 'argmin'])

/** How many nodes a node becomes when it is unrolled. */
export function unrolledSize(graph: Graph, node: NodeIndex): number {
  const plan = graph.plans[graph.plan[node]]
  const operation = operationOf(graph, node)
  if (graph.plan[node] < 0 || !operation) return graph.offset[node + 1] - graph.offset[node]
  const turns = sizeOf(plan.wirings[0].extents)
  if (plan.kind === 'reduction' && SEVERAL.has(operation.name)) return 4 * turns
  if (plan.kind === 'selection') return plan.adds ? turns : 0
  if (isArrayPrimitive(operation) && operation.kind === 'blockwise' && operation.sizeInNumbers)
    return operation.sizeInNumbers(plan.group) * (plan.blocks?.value.starts.length ?? 1)
  return plan.kind === 'contraction' ? 2 * turns : turns
}

const isArray = (graph: Graph, node: NodeIndex): boolean => graph.plan[node] !== PLAIN || entryCount(graph, node) > 1

function arraysOf(graph: Graph): NodeIndex[] {
  return [...Array(graph.size).keys()].filter((node) => isArray(graph, node))
}

/** Whether a graph has arrays, and none too many to be written out as so many numbers. */
export function unrollsWhole(graph: Graph, most = MOST_UNROLLED): boolean {
  const arrays = arraysOf(graph)
  return arrays.length > 0 && arrays.reduce((sum, node) => sum + unrolledSize(graph, node), 0) <= most
}

/** How many nodes the whole graph becomes, what is in closed modules as well. */
export const sizeInNumbers = (graph: Graph): number =>
  graph.op.reduce(
    (sum, op, node) =>
      sum + (op >= CLOSED ? sizeInNumbers(graph.closed[op - CLOSED].graph) : Math.max(1, unrolledSize(graph, node))),
    0,
  )

/** The array nodes at the places that are open, as many as there is room for. */
export function openedArrays(graph: Graph, open: ReadonlySet<number>): ReadonlySet<NodeIndex> {
  const opened = new Set<NodeIndex>()
  let room = MOST_OPENED
  for (const node of open.size > 0 ? arraysOf(graph) : []) {
    const size = unrolledSize(graph, node)
    if (!open.has(graph.place[node]) || size > room) continue
    room -= size
    opened.add(node)
  }
  return opened
}
