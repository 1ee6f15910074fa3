import { entryCount } from '../graph/nodes.ts'
import { dependenceOf } from './dependence.ts'
import { isSettled } from './frame.ts'
import type { PassList } from './passes.ts'

/** ∂output/∂input, of an entry each; absent where no path leads from the input to the output. */
export interface JacobianNumber {
  readonly value: number
  readonly absent: boolean
}

/** How far a mode has come: its pass at hand (0 is the primal pass; beyond the last, all are done) and the steps completed. */
export interface PassProgress {
  readonly pass: number
  readonly step: number
}

/** The derivatives of an output by an input: a row for each entry of the output, a column for each entry of the input. */
export interface JacobianBlock {
  readonly rows: number
  readonly columns: number
  /** null until the mode has computed it. */
  readonly at: (row: number, column: number) => JacobianNumber | null
}

/**
 * The block of an output and an input, by their places in the program. A tangent pass fills a column of the blocks of its
 * input, an adjoint pass a row of those of its output, each when the node at its far end is settled.
 */
export function blockFill(passes: PassList, progress: PassProgress, output: number, input: number): JacobianBlock {
  const { graph } = passes.primal
  const [row, column] = [graph.outputs[output].node, graph.inputs[input].node]
  const isForward = passes.mode === 'forward'
  const first = passes.firstOf(isForward ? input : output)
  const node = isForward ? row : column
  const cell = (index: number, entry: number): JacobianNumber | null => {
    if (index > progress.pass || index >= passes.count) return null
    const pass = passes.get(index)
    const isThere = index < progress.pass || isSettled({ pass, step: progress.step, term: 0 }, node)
    const at = graph.offset[node] + entry
    return isThere ? { value: pass.numbers[at], absent: dependenceOf(pass, node, at) === 'none' } : null
  }
  return {
    rows: entryCount(graph, row),
    columns: entryCount(graph, column),
    at: (i, j) => (isForward ? cell(first + j, i) : cell(first + i, j)),
  }
}
