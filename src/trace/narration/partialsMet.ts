import { partialsOf, wiringOf } from '../../autodiff/sweep.ts'
import { type EdgeIndex, WITHIN } from '../../graph/graph.ts'
import { eachPair } from '../pairs.ts'
import type { Pass } from '../pass.ts'

/** The partials that meet in an entry of a term between arrays; none are kept of a closed module. */
export function partialsMet({ kind, primal }: Pass, edge: EdgeIndex, entry: number): number[] {
  const { graph } = primal
  if (graph.plan[graph.consumer[edge]] === WITHIN) return []
  const { numbers, from } = partialsOf(primal, edge)
  const met: number[] = []
  eachPair(wiringOf(primal, edge), (row, column, partial) => {
    if ((kind === 'adjoint' ? column : row) === entry) met.push(numbers[from + partial])
  })
  return met
}
