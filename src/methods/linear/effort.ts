import type { Primal } from '../../autodiff/pass.ts'
import { type EdgeIndex, type Graph, PLAIN, WITHIN } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import { sizeOf } from '../../primitives/shape.ts'

/** Entries, and steps that finding the local Jacobians takes, so that it takes no longer than a blink. */
const MOST_ENTRIES = 6000
const MOST_STEPS = 4_000_000

/** Whether every node that operands lead to is a number: then linearising takes no effort. */
export const isOfNumbers = ({ plan }: Graph): boolean => plan.every((each) => each === PLAIN)

/** Whether a program is linearised entry by entry without making anyone wait. */
export const isQuicklyLinearised = (primal: Primal): boolean =>
  isOfNumbers(primal.graph) || (primal.graph.offset[primal.graph.size] <= MOST_ENTRIES && stepsOf(primal) <= MOST_STEPS)

function stepsOf({ graph, inside }: Primal): number {
  const { consumer, operand, plan, plans, firstEdge } = graph
  const stepsAlong = (edge: EdgeIndex): number => {
    const within = inside.get(consumer[edge])?.graph
    if (plan[consumer[edge]] === WITHIN && within) return within.offset[within.size]
    return sizeOf(plans[plan[consumer[edge]]].wirings[edge - firstEdge[consumer[edge]]].extents)
  }
  return consumer.reduce((steps, node, edge) => {
    if (plan[node] === PLAIN) return steps + 1
    return steps + entryCount(graph, operand[edge]) * stepsAlong(edge)
  }, 0)
}
