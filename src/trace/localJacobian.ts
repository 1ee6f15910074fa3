import type { Primal } from '../autodiff/pass.ts'
import { isLive, noSums, partialsOf, pull, push, wiringOf } from '../autodiff/sweep.ts'
import { type EdgeIndex, type Graph, PLAIN, WITHIN } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { closedAt } from '../graph/operations.ts'
import { structureText } from '../notation/edgeRule.ts'
import { sizeOf } from '../primitives/shape.ts'
import { eachPair } from './pairs.ts'

/**
 * ∂consumer/∂operand of an edge as a matrix in numerator layout: a row for each entry of the consumer, a column for each
 * entry of the operand, both in row-major order. A pass never builds it.
 */
export interface LocalJacobian {
  readonly rows: number
  readonly columns: number
  /** What it is made of, in words: `diagonal`, `W, once for each column of x`. */
  readonly structure: string
  /** Its numbers row by row; null where there are more than MOST_NUMBERS. */
  readonly dense: Float64Array | null
  /** How many products of two numbers a pass takes along the edge instead of its rows × columns. */
  readonly work: number
  /** Whether any derivative can pass: none does to a constant, a condition or a loser of max. */
  readonly isLive: boolean
}

/** A larger local Jacobian has sizes and a structure, but no numbers. */
export const MOST_JACOBIAN_NUMBERS = 4096

export function localJacobian(primal: Primal, edge: EdgeIndex): LocalJacobian {
  const { graph } = primal
  const rows = entryCount(graph, graph.consumer[edge])
  const columns = entryCount(graph, graph.operand[edge])
  return {
    ...{ rows, columns, structure: structureOf(graph, edge), work: workOf(graph, edge) },
    ...{
      dense: rows * columns <= MOST_JACOBIAN_NUMBERS ? denseJacobian(primal, edge) : null,
      isLive: isLive(primal, edge),
    },
  }
}

function structureOf(graph: Graph, edge: EdgeIndex): string {
  const node = graph.consumer[edge]
  if (graph.plan[node] === PLAIN) return 'one number'
  return structureText(graph, edge) ?? `the product of those inside ${closedAt(graph, node).name}, by the chain rule`
}

/** How many products of a partial and a number a pass takes along an edge. */
export function workOf(graph: Graph, edge: EdgeIndex): number {
  const node = graph.consumer[edge]
  const plan = graph.plan[node]
  if (plan === PLAIN) return 1
  if (plan !== WITHIN) return sizeOf(graph.plans[plan].wirings[edge - graph.firstEdge[node]].extents)
  const inner = closedAt(graph, node).graph
  let work = 0
  for (let within = 0; within < inner.operand.length; within++) work += workOf(inner, within)
  return work
}

function denseJacobian(primal: Primal, edge: EdgeIndex): Float64Array {
  const { graph } = primal
  const plan = graph.plan[graph.consumer[edge]]
  if (plan === PLAIN) return Float64Array.of(primal.partials[graph.firstPartial[edge]])
  return plan === WITHIN ? byPasses(primal, edge) : byPairs(primal, edge)
}

function byPairs(primal: Primal, edge: EdgeIndex): Float64Array {
  const { graph } = primal
  const columns = entryCount(graph, graph.operand[edge])
  const dense = new Float64Array(entryCount(graph, graph.consumer[edge]) * columns)
  const { numbers, live, from } = partialsOf(primal, edge)
  eachPair(wiringOf(primal, edge), (row, column, partial) => {
    if (!live || live[from + partial]) dense[row * columns + column] += numbers[from + partial]
  })
  return dense
}

/** Of a closed module: passes inside, each along the edge with a single 1, whichever way takes fewer. */
function byPasses(primal: Primal, edge: EdgeIndex): Float64Array {
  const { graph } = primal
  const [consumer, operand] = [graph.consumer[edge], graph.operand[edge]]
  const [rows, columns] = [entryCount(graph, consumer), entryCount(graph, operand)]
  const dense = new Float64Array(rows * columns)
  const [seeded, read] = columns <= rows ? [operand, consumer] : [consumer, operand]
  for (let entry = 0; entry < entryCount(graph, seeded); entry++) {
    const sums = noSums(primal)
    sums.numbers[graph.offset[seeded] + entry] = 1
    sums.present[graph.offset[seeded] + entry] = 1
    ;(seeded === operand ? push : pull)(primal, edge, sums)
    const found = sums.numbers.subarray(graph.offset[read], graph.offset[read + 1])
    for (const [other, number] of found.entries())
      dense[seeded === operand ? other * columns + entry : entry * columns + other] = number
  }
  return dense
}
