import { adjoint } from '../autodiff/adjoint.ts'
import type { Numbers, Primal } from '../autodiff/pass.ts'
import { record } from '../autodiff/point.ts'
import { primal as primalAt } from '../autodiff/primal.ts'
import { type ForwardOverReverse, type Hessian, hessian, hessianVector } from '../autodiff/second/hessian.ts'
import { OperationTally, total } from '../costs/counts.ts'
import { countsOfSecond, type SecondCounts } from '../costs/secondCounts.ts'
import { shapeAt } from '../graph/nodes.ts'
import { nested } from '../primitives/value.ts'

/** A Hessian-vector product, and how far differences of gradients are from it, relative to its size or 1. */
export interface SecondReport extends Pick<ForwardOverReverse, 'product'> {
  /** Beside the primal pass with its partials, of each pass; those of the adjoints are a gradient’s. */
  readonly operations: Readonly<Record<keyof SecondCounts, number>>
  readonly error: number
}

export interface SecondAsks {
  readonly weights: Numbers
  readonly direction: Numbers
}

export function secondReport(primal: Primal, { weights, direction }: SecondAsks): SecondReport {
  const second = hessianVector(primal, weights, direction)
  const counts = countsOfSecond(second)
  const operations = {
    ...{ tangent: total(counts.tangent), adjoint: total(counts.adjoint) },
    ...{ adjointTangents: total(counts.adjointTangents), all: total(counts.all) },
  }
  return { product: second.product, operations, error: errorOf(primal, weights, second) }
}

const STEP = 1e-4

/** Central differences of fourth order, of the gradients at four points along the direction. */
function errorOf(primal: Primal, weights: Numbers, { tangent: tangents, adjointTangents }: ForwardOverReverse): number {
  const { graph } = primal
  const entries = graph.inputs.flatMap(({ node }) =>
    Array.from({ length: graph.offset[node + 1] - graph.offset[node] }, (_, i) => graph.offset[node] + i),
  )
  const longest = entries.reduce((most, entry) => Math.max(most, Math.abs(tangents.numbers[entry])), 0)
  if (longest === 0) return 0
  const step = STEP / longest
  const [before2, before, after, after2] = [-2, -1, 1, 2].map(
    (steps) => adjoint(beside(primal, tangents.numbers, steps * step), weights).numbers,
  )
  return entries.reduce((most, entry) => {
    const difference = (before2[entry] - after2[entry] + 8 * (after[entry] - before[entry])) / (12 * step)
    const product = adjointTangents.numbers[entry]
    return Math.max(most, Math.abs(difference - product) / Math.max(1, Math.abs(product)))
  }, 0)
}

/** The primal pass at inputs moved along their tangents. */
function beside({ graph, values }: Primal, tangents: Float64Array, step: number): Primal {
  const moved = values.map((value, entry) => value + step * tangents[entry])
  return primalAt(
    graph,
    record(graph.inputs.map(({ name, node }) => [name, nested(shapeAt(graph, node), moved, graph.offset[node])])),
  )
}

/** The whole Hessian, what it takes, and how far it is from symmetric. */
export interface HessianReport extends Pick<Hessian, 'entries' | 'rows'> {
  readonly operations: number
  readonly asymmetry: number
}

export function hessianReport(primal: Primal, weights: Numbers): HessianReport {
  const counts = new OperationTally()
  const { entries, rows } = hessian(primal, weights, (product) => counts.add(countsOfSecond(product).all))
  const asymmetry = rows.flatMap((row, i) => Array.from(row, (x, j) => apart(x, rows[j][i])))
  return { entries, rows, operations: total(counts), asymmetry: Math.max(0, ...asymmetry) }
}

/** Two infinities of a sign are not apart. */
const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b))
