import { isSettled } from './frame.ts'
import type { PassList } from './passes.ts'

/** ∂output/∂input; absent where the output does not depend on the input. */
export interface Cell {
  readonly value: number
  readonly absent: boolean
}

/** How far a mode has come: its pass at hand (0 is the primal pass; beyond the last, all are done) and the steps completed. */
export interface Progress {
  readonly pass: number
  readonly step: number
}

/**
 * The cell of an output and an input, by their places in the program; null until the mode has computed it. A tangent pass
 * fills its input's column, an adjoint pass its output's row, each cell when the node at its far end is settled.
 */
export function jacobianCell(passes: PassList, progress: Progress, output: number, input: number): Cell | null {
  const { inputs, outputs } = passes.primal.graph
  const isForward = passes.mode === 'forward'
  const index = 1 + (isForward ? input : output)
  if (index > progress.pass) return null
  const node = isForward ? outputs[output].node : inputs[input].node
  const pass = passes.get(index)
  const isThere = index < progress.pass || isSettled({ pass, step: progress.step, term: 0 }, node)
  return isThere ? { value: pass.numbers[node], absent: pass.present[node] === 0 } : null
}
