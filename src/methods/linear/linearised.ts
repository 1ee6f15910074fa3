import type { Primal } from '../../autodiff/pass.ts'
import { isLive, noSums, push, type Sums } from '../../autodiff/sweep.ts'
import { type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../../graph/graph.ts'

/** How one number grows with another that it is computed from: an entry of an edge's local Jacobian. */
export interface Link {
  /** Of the graph. */
  readonly edge: EdgeIndex
  readonly operand: number
  readonly consumer: number
  readonly partial: number
}

/**
 * A program at one point as a linear map between numbers: all that a derivative needs. Its vertices are the entries of the
 * graph's nodes, operands before consumers; in a graph of numbers they are the nodes.
 */
export interface Linearised {
  /** How many vertices there are. */
  readonly size: number
  /** The vertices that the map is from and to: every entry of every input and output. */
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
  /** Those that carry no derivative are left out. */
  readonly links: readonly Link[]
  /** By vertex: the links to its operands, slots ascending, and to its consumers, latest first: the order of the passes. */
  readonly into: readonly (readonly Link[])[]
  readonly outOf: readonly (readonly Link[])[]
}

/** The vertices that are a node's entries. */
export const verticesOf = ({ offset }: Graph, node: NodeIndex): number[] =>
  Array.from({ length: offset[node + 1] - offset[node] }, (_, entry) => offset[node] + entry)

export const isEntryOf = ({ offset }: Graph, node: NodeIndex, vertex: number): boolean =>
  vertex >= offset[node] && vertex < offset[node + 1]

export function linearised(primal: Primal): Linearised {
  const { graph } = primal
  const of = (ends: readonly { readonly node: NodeIndex }[]) => ends.flatMap(({ node }) => verticesOf(graph, node))
  const ends = { size: graph.offset[graph.size], inputs: of(graph.inputs), outputs: of(graph.outputs) }
  return mapOf(ends, linksOf(primal))
}

/** The map that links make up, those into a vertex in the order of its operands. */
export function mapOf(ends: Pick<Linearised, 'size' | 'inputs' | 'outputs'>, links: readonly Link[]): Linearised {
  const into: Link[][] = Array.from({ length: ends.size }, () => [])
  const outOf: Link[][] = Array.from({ length: ends.size }, () => [])
  for (const link of links) into[link.consumer].push(link)
  for (let vertex = ends.size - 1; vertex >= 0; vertex--)
    for (const link of into[vertex]) outOf[link.operand].push(link)
  return { ...ends, links, into, outOf }
}

/** The map with these inputs, or these outputs, and no others. */
export const scoped = (linear: Linearised, ends: Partial<Pick<Linearised, 'inputs' | 'outputs'>>): Linearised => ({
  ...linear,
  ...ends,
})

function linksOf(primal: Primal): Link[] {
  const { graph, partials, live } = primal
  const { operand, consumer, plan, offset, varied, firstPartial } = graph
  const sums = noSums(primal)
  const links: Link[] = []
  for (let edge = 0; edge < operand.length; edge++) {
    const from = operand[edge]
    const to = consumer[edge]
    const kept = firstPartial[edge]
    if (plan[to] === PLAIN) {
      if (live[kept]) links.push({ edge, operand: offset[from], consumer: offset[to], partial: partials[kept] })
    } else if (varied[from] && isLive(primal, edge))
      for (const link of linksBetweenArrays(primal, edge, sums)) links.push(link)
  }
  return links
}

/** Row by row; found column by column, as what a unit tangent there becomes. */
function linksBetweenArrays(primal: Primal, edge: EdgeIndex, { numbers, present }: Sums): Link[] {
  const { graph } = primal
  const rows = verticesOf(graph, graph.consumer[edge])
  const found: Link[][] = rows.map(() => [])
  for (const operand of verticesOf(graph, graph.operand[edge])) {
    numbers[operand] = 1
    present[operand] = 1
    push(primal, edge, { numbers, present })
    present[operand] = 0
    for (const [row, consumer] of rows.entries()) {
      if (present[consumer]) found[row].push({ edge, operand, consumer, partial: numbers[consumer] })
      present[consumer] = 0
    }
  }
  return found.flat()
}

/** By vertex: 1 where it stands on a path from one of some vertices to one of some others, these included. */
export function onPaths({ into, size }: Linearised, from: readonly number[], to: readonly number[]): Uint8Array {
  const reached = new Uint8Array(size)
  for (const vertex of from) reached[vertex] = 1
  for (let vertex = 0; vertex < size; vertex++)
    if (into[vertex].some(({ operand }) => reached[operand])) reached[vertex] = 1
  const on = new Uint8Array(size)
  for (const vertex of to) on[vertex] = reached[vertex]
  for (let vertex = size - 1; vertex >= 0; vertex--)
    if (on[vertex]) for (const { operand } of into[vertex]) on[operand] ||= reached[operand]
  return on
}

/** The vertices that the derivatives of outputs by inputs come along. */
export const relevant = (linear: Linearised): Uint8Array => onPaths(linear, linear.inputs, linear.outputs)
