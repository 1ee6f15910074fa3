import { adjoint } from '../../autodiff/adjoint.ts'
import type { Primal } from '../../autodiff/pass.ts'
import { absolute } from '../../autodiff/primal.ts'
import { unitSeed } from '../../autodiff/seeds.ts'
import type { Graph } from '../../graph/graph.ts'
import { isEntryOf } from './linearised.ts'

/** A derivative as the engine has it. */
interface KnownDerivative {
  readonly value: number
  /** The same pass over absolute partials: what rounding errors are measured by. */
  readonly scale: number
}

/** Numbers beside the derivatives that they should be. */
export interface Comparison {
  readonly agrees: boolean
  /** The largest. */
  readonly difference: number
}

/** ∂output/∂vertex of every vertex, by one adjoint pass. The output is a vertex too. */
export function knownDerivatives(primal: Primal, output: number): (vertex: number) => KnownDerivative {
  const seed = unitSeedAt(primal.graph, output)
  const [values, scales] = [adjoint(primal, seed).numbers, adjoint(absolute(primal), seed).numbers]
  return (vertex) => ({ value: values[vertex], scale: scales[vertex] })
}

function unitSeedAt(graph: Graph, vertex: number) {
  const end = graph.outputs.find(({ node }) => isEntryOf(graph, node, vertex))
  if (!end) throw new RangeError(`${vertex} is no entry of an output`)
  const { name, node } = end
  return unitSeed(graph, { name, of: name, node, entry: vertex - graph.offset[node] })
}

/** Numbers found in some other way, row by row, beside the Jacobian of the engine: a row for each output, a column for each input. */
export function compared(
  primal: Primal,
  outputs: readonly number[],
  inputs: readonly number[],
  found: ArrayLike<number>,
): Comparison {
  return comparisonOf(
    outputs.flatMap((output, row) => {
      const known = knownDerivatives(primal, output)
      return inputs.map((input, column) => [found[row * inputs.length + column], known(input)] as const)
    }),
  )
}

export const comparisonOf = (
  pairs: readonly (readonly [found: number, derivative: KnownDerivative])[],
): Comparison => ({
  agrees: pairs.every(([found, derivative]) => agrees(found, derivative)),
  difference: pairs.reduce((most, [found, { value }]) => Math.max(most, apart(found, value)), 0),
})

/** In parts of the pass over absolute partials. */
const ROUNDING = 1e-12

/** Whether a number is the derivative, but for rounding. */
const agrees = (found: number, { value, scale }: KnownDerivative): boolean =>
  Object.is(found, value) || Math.abs(found - value) <= ROUNDING * scale || found === value

const apart = (x: number, y: number): number => (Object.is(x, y) ? 0 : Math.abs(x - y))
