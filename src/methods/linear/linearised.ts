import type { Primal } from '../../autodiff/pass.ts'
import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'

/** An edge along which a derivative passes, and its local partial at the point. */
export interface Link {
  readonly edge: EdgeIndex
  readonly operand: NodeIndex
  readonly consumer: NodeIndex
  readonly partial: number
}

/**
 * A graph of numbers at one point with nothing left but its edges and their local partials: all that a derivative needs.
 * Edges that carry none are left out.
 */
export interface Linearised {
  readonly primal: Primal
  readonly links: readonly Link[]
  /** By node: the links to its operands, slots ascending, and to its consumers, latest first: the order of the passes. */
  readonly into: readonly (readonly Link[])[]
  readonly outOf: readonly (readonly Link[])[]
}

/** The linearisation of a graph between numbers; a graph with arrays is unrolled first. */
export function linearised(primal: Primal): Linearised {
  const { graph, partials, live } = primal
  const { size, operand, consumer, firstPartial } = graph
  const into: Link[][] = Array.from({ length: size }, () => [])
  const outOf: Link[][] = Array.from({ length: size }, () => [])
  const links: Link[] = []
  for (let edge = 0; edge < operand.length; edge++) {
    if (!live[firstPartial[edge]]) continue
    const link = { edge, operand: operand[edge], consumer: consumer[edge], partial: partials[firstPartial[edge]] }
    links.push(link)
    into[link.consumer].push(link)
  }
  for (let node = size - 1; node >= 0; node--) for (const link of into[node]) outOf[link.operand].push(link)
  return { primal, links, into, outOf }
}

/** By node: 1 where it stands on a path from one of some nodes to one of some others, these included. */
export function onPaths(
  { into, primal }: Linearised,
  from: readonly NodeIndex[],
  to: readonly NodeIndex[],
): Uint8Array {
  const { size } = primal.graph
  const reached = new Uint8Array(size)
  for (const node of from) reached[node] = 1
  for (let node = 0; node < size; node++) if (into[node].some(({ operand }) => reached[operand])) reached[node] = 1
  const on = new Uint8Array(size)
  for (const node of to) on[node] = reached[node]
  for (let node = size - 1; node >= 0; node--)
    if (on[node]) for (const { operand } of into[node]) on[operand] ||= reached[operand]
  return on
}

/** The nodes that the derivatives of outputs by inputs come along. */
export function relevantNodes(linear: Linearised): Uint8Array {
  const { inputs, outputs } = linear.primal.graph
  return onPaths(
    linear,
    inputs.map(({ node }) => node),
    outputs.map(({ node }) => node),
  )
}
