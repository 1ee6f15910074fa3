import type { Graph } from '../core.ts'
import { anotherOrder } from '../methods/orders.ts'
import { reordered } from '../methods/reordered.ts'
import { Mulberry } from '../primitives/random.ts'
import type { Compilation } from './compilation.ts'

/** The compilation with its tape in another topological order: the same number always gives the same order. */
export function inOrder(compilation: Compilation, order: number | null): Compilation {
  const { graph, outOfDate } = compilation
  // The last graph that worked has its order already.
  if (graph === null || order === null || outOfDate) return compilation
  return { ...compilation, graph: reordered(graph, orderNumbered(graph, order)) }
}

function orderNumbered(graph: Graph, order: number) {
  const random = new Mulberry(order)
  return anotherOrder(graph, (ready) => Math.floor(random.next() * ready))
}
