import type { Mode } from '../autodiff/pass.ts'

/**
 * Seeds of the user's own, as links write them: v over the inputs for forward mode (`x1:0.5;x2:-1`), w over the outputs for
 * reverse mode. The mode then has a single pass besides the primal one. null: unit seeds, a pass for each.
 */
export interface Seeds extends Readonly<Record<Mode, string | null>> {
  /** The output whose gradient is differentiated along v: reverse mode then has the passes of a Hessian-vector product. */
  readonly hvp: string | null
}

export const UNIT_SEEDS: Seeds = { forward: null, reverse: null, hvp: null }
