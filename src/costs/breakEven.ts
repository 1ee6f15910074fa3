import type { Mode, Primal } from '../autodiff/pass.ts'
import { total } from './counts.ts'
import { type ModeCounts, modeCounts } from './modeCounts.ts'
import type { Model } from './model.ts'

/** Which mode is cheaper; null where both cost the same. */
export type Cheaper = Mode | null

/**
 * What the modes would cost with other numbers of inputs and outputs, on the assumption that a further tangent pass
 * costs what one does on average on this graph, and a further adjoint pass likewise; the primal pass stays as it is.
 */
export interface BreakEven {
  /** The program: d inputs and c outputs, by entry. */
  readonly point: Dimensions
  /** Of values and kept partials, which both modes take once. */
  readonly base: number
  /** Operations of one pass, on average. */
  readonly tangent: number
  readonly adjoint: number
  /** The modes take equally many operations on the line c = slope·d, below which reverse mode takes fewer. */
  readonly slope: number
  readonly forward: ModeCounts
  readonly reverse: ModeCounts
  readonly examples: readonly (Dimensions & { readonly name: string })[]
}

/** A function from R^d to R^c. */
export interface Dimensions {
  readonly d: number
  readonly c: number
}

export function breakEven(primal: Primal, { partials }: Pick<Model, 'partials'> = {}): BreakEven {
  const forward = modeCounts(primal, 'forward', { partials })
  const reverse = modeCounts(primal, 'reverse', { partials })
  const tangent = average(forward)
  const adjoint = average(reverse)
  const n = Math.max(2, forward.passes, reverse.passes)
  return {
    ...{ point: { d: forward.passes, c: reverse.passes }, tangent, adjoint, forward, reverse },
    base: total(forward.values) + total(forward.partials),
    slope: adjoint === 0 ? Number.POSITIVE_INFINITY : tangent / adjoint,
    examples: [
      { name: 'R¹→Rⁿ', d: 1, c: n },
      { name: 'Rⁿ→R¹', d: n, c: 1 },
      { name: 'Rⁿ→Rⁿ', d: n, c: n },
    ],
  }
}

const average = ({ passes, sweeps }: ModeCounts): number => (passes === 0 ? 0 : total(sweeps) / passes)

/** Operations of both modes at another shape. */
export const operationsFor = ({ base, tangent, adjoint }: BreakEven, { d, c }: Dimensions) => ({
  forward: base + d * tangent,
  reverse: base + c * adjoint,
})

/** Which mode takes fewer passes, and which fewer operations. */
export function cheaperAt(
  even: BreakEven,
  shape: Dimensions,
): { readonly passes: Cheaper; readonly operations: Cheaper } {
  const { forward, reverse } = operationsFor(even, shape)
  return { passes: fewer(shape.d, shape.c), operations: fewer(forward, reverse) }
}

/** Averages are rounded, so that equal counts may differ a little. */
const EQUAL = 1e-9

function fewer(forward: number, reverse: number): Cheaper {
  if (Math.abs(forward - reverse) <= EQUAL * Math.max(forward, reverse)) return null
  return forward < reverse ? 'forward' : 'reverse'
}
