import { CONSTANT, type Graph } from '../../../graph/graph.ts'
import { operationOf } from '../../../graph/operations.ts'
import type { NumberSlip } from '../key.ts'
import { type SumAt, scaledBy } from './sumAt.ts'

/** The factor 2 of a square, lost or taken twice. */
export function* wrongSquare(sum: SumAt): Generator<NumberSlip> {
  if (!hasSquares(sum.graph)) return
  yield* sum.wrong(scaledBy(1 / 2, sum.numbers), 'A factor 2 is lost, as of a square.')
  yield* sum.wrong(scaledBy(2, sum.numbers), 'A factor 2 too many.')
}

/** The number of samples of a mean, lost or taken twice. */
export function* wrongMean(sum: SumAt): Generator<NumberSlip> {
  for (const count of new Set(meansIn(sum.graph))) {
    yield* sum.wrong(scaledBy(count, sum.numbers), `Summed over the ${count} entries where they are averaged.`)
    yield* sum.wrong(scaledBy(1 / count, sum.numbers), `Divided by the ${count} entries once more.`)
  }
}

/** Whether anything is squared, in closed functions too. */
function hasSquares(graph: Graph): boolean {
  const { op, firstEdge, operand, initial, offset } = graph
  const isSquare = (node: number): boolean => {
    const name = operationOf(graph, node)?.name ?? ''
    const [a, b] = operand.subarray(firstEdge[node], firstEdge[node + 1])
    if (name === 'mul') return a === b
    return name === 'square' || (name === 'pow' && op[b] === CONSTANT && initial[offset[b]] === 2)
  }
  return [...op.keys()].some(isSquare) || graph.closed.some((inner) => hasSquares(inner.graph))
}

/** By how many entries a program averages, its closed functions included. */
function meansIn(graph: Graph): number[] {
  const { op, firstEdge, operand, offset } = graph
  const counts = [...op.keys()].map((node) => {
    const read = operand[firstEdge[node]]
    const isMean = AVERAGES.test(operationOf(graph, node)?.name ?? '')
    return isMean ? (offset[read + 1] - offset[read]) / (offset[node + 1] - offset[node]) : 1
  })
  return [...counts, ...graph.closed.flatMap((inner) => meansIn(inner.graph))].filter((count) => count > 1)
}

const AVERAGES = /^(mean|var|std)/
