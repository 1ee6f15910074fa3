import { adjoint } from '../../autodiff/adjoint.ts'
import type { Primal } from '../../autodiff/pass.ts'
import { primal } from '../../autodiff/primal.ts'
import { hessian } from '../../autodiff/second/hessian.ts'
import type { Graph } from '../../graph/graph.ts'
import { buildTraced } from '../../graph/traced/buildTraced.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { nested, type Tensor } from '../../primitives/value.ts'
import type { RunTrace, TracedValue } from '../trace/trace.ts'
import { flat, type WantedInput } from './flat.ts'

/** An output of the trace and what it depends on of the wanted values, as a graph of their own with a primal pass. */
interface Point {
  readonly graph: Graph
  readonly primal: Primal
  /** By input of the graph, its place among the wanted. */
  readonly found: readonly number[]
}

/**
 * The derivatives of an output with respect to each of the wanted values, pulled back from a seed of the output's shape;
 * null where it does not depend on it.
 */
export function pulledBack(
  trace: RunTrace,
  output: TracedValue,
  seed: Tensor,
  wanted: readonly WantedInput[],
): readonly (Tensor | null)[] {
  const point = pointOf(trace, output, wanted)
  const result: (Tensor | null)[] = wanted.map(() => null)
  if (!point) return result
  const { graph, found } = point
  const { numbers, present } = adjoint(point.primal, { output: nested(seed.shape, seed.entries) })
  for (const [k, { node }] of graph.inputs.entries()) {
    const { shape } = wanted[found[k]].tensor
    const from = graph.offset[node]
    const to = from + sizeOf(shape)
    if (present.subarray(from, to).some((one) => one === 1))
      result[found[k]] = { shape, entries: numbers.slice(from, to) }
  }
  return result
}

/** The Jacobian with respect to each of the wanted: the output’s axes, then the wanted’s; 0 where it does not depend. */
export function jacobianAt(
  trace: RunTrace,
  output: TracedValue,
  shape: readonly number[],
  wanted: readonly WantedInput[],
): readonly Tensor[] {
  const rows = sizeOf(shape)
  const blocks = wanted.map(({ tensor }) => new Float64Array(rows * tensor.entries.length))
  const point = pointOf(trace, output, wanted)
  for (let row = 0; point && row < rows; row++) {
    const seed = new Float64Array(rows)
    seed[row] = 1
    const { numbers } = adjoint(point.primal, { output: nested(shape, seed) })
    for (const [k, { node }] of point.graph.inputs.entries()) {
      const block = blocks[point.found[k]]
      const columns = block.length / rows
      const from = point.graph.offset[node]
      block.set(numbers.subarray(from, from + columns), row * columns)
    }
  }
  return wanted.map(({ tensor }, k) => ({ shape: [...shape, ...tensor.shape], entries: blocks[k] }))
}

/** The Hessian of a number with respect to one value: its axes twice. */
export function hessianAt(trace: RunTrace, output: TracedValue, wanted: WantedInput): Tensor {
  const { shape, entries } = wanted.tensor
  const point = pointOf(trace, output, [wanted])
  const hessianEntries = new Float64Array(entries.length ** 2)
  if (point)
    for (const [row, numbers] of hessian(point.primal, { output: 1 }).rows.entries())
      hessianEntries.set(numbers, row * entries.length)
  return { shape: [...shape, ...shape], entries: hessianEntries }
}

function pointOf(trace: RunTrace, output: TracedValue, wanted: readonly WantedInput[]): Point | null {
  const { traced, found } = flat(trace, output, wanted)
  if (found.length === 0) return null
  const { graph } = buildTraced(traced)
  return graph && { graph, primal: primal(graph), found }
}
