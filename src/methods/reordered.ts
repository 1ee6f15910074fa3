import { consumers } from '../graph/edges.ts'
import type { Graph, NodeIndex } from '../graph/graph.ts'

/**
 * The same graph with its tape in another topological order of all its nodes. Nodes keep their ids, numbers and names, so
 * that they are recognised. Values and tangents are the same to the last digit; adjoints add the same terms in another order.
 */
export function reordered(graph: Graph, order: readonly NodeIndex[]): Graph {
  const { size, firstEdge, operand, offset, initial, firstPartial } = graph
  const placeOf = new Int32Array(size)
  for (const [place, node] of order.entries()) placeOf[node] = place
  const pick = <Numbers extends Int32Array | Int16Array | Uint16Array | Uint8Array>(numbers: Numbers): Numbers =>
    numbers.map((_, place) => numbers[order[place]]) as Numbers
  const edges = order.flatMap((node) => range(firstEdge[node], firstEdge[node + 1]))
  const first = startsOf(order.map((node) => firstEdge[node + 1] - firstEdge[node]))
  const read = Int32Array.from(edges, (edge) => placeOf[operand[edge]])
  const moved = <Named extends { readonly node: NodeIndex }>(named: Named): Named => ({
    ...named,
    node: placeOf[named.node],
  })
  return {
    ...graph,
    ...{ op: pick(graph.op), firstEdge: first, operand: read, ...consumers(first, read) },
    offset: startsOf(order.map((node) => offset[node + 1] - offset[node])),
    initial: Float64Array.from(
      order.flatMap((node) => range(offset[node], offset[node + 1])),
      (entry) => initial[entry],
    ),
    firstPartial: startsOf(edges.map((edge) => firstPartial[edge + 1] - firstPartial[edge])),
    ...{
      plan: pick(graph.plan),
      attribute: pick(graph.attribute),
      shape: pick(graph.shape),
      varied: pick(graph.varied),
    },
    ...{ id: pick(graph.id), place: pick(graph.place), number: pick(graph.number), module: pick(graph.module) },
    names: new Map(Array.from(graph.names, ([node, names]) => [placeOf[node], names])),
    ...{ inputs: graph.inputs.map(moved), outputs: graph.outputs.map(moved) },
    occurrences: { ...graph.occurrences, node: graph.occurrences.node.map((node) => placeOf[node]) },
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Where each of so many things starts, and where the last one ends. */
function startsOf(counts: readonly number[]): Int32Array {
  const starts = new Int32Array(counts.length + 1)
  for (const [i, count] of counts.entries()) starts[i + 1] = starts[i] + count
  return starts
}
