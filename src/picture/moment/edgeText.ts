import type { EdgeIndex, Graph } from '../../graph/graph.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { shapeLabel } from '../../notation/shapes.ts'
import type { SecondTerm } from '../../trace/pass.ts'
import { isPartialHidden } from '../../trace/withheld.ts'
import { isLiveIn, type PaneMoment } from './paneMoment.ts'

/** What writes formulas on edges (`notation/partials.ts`): the page has it only after the first graph. */
export interface EdgeFormulas {
  readonly edgeLabel: (graph: Graph, edge: EdgeIndex, partial: number) => string
}

/**
 * What is written on an edge: in the primal pass the shape of the array that is read along it, in derivative passes its
 * local partial, and of a local Jacobian also the size where there is room to say all; empty where no derivative passes.
 */
export function edgeText(moment: PaneMoment, edge: EdgeIndex, formulas: EdgeFormulas | null, inFull: boolean): string {
  const { graph, primal } = moment.session
  const shape = shapeAt(graph, graph.operand[edge])
  if (moment.frame.pass.kind === 'primal') return shapeLabel(shape)
  if (!isLiveIn(moment, edge) || !formulas) return ''
  if (isPartialHidden(primal, edge)) return '?'
  if (moment.frame.pass.second) {
    const term = moment.terms.find((each) => each.edge === edge) as SecondTerm | undefined
    if (term?.text) return term.text
  }
  const label = formulas.edgeLabel(graph, edge, primal.partials[graph.firstPartial[edge]])
  const [rows, columns] = [graph.consumer[edge], graph.operand[edge]].map((node) => entryCount(graph, node))
  const size = `${rows}×${columns}`
  return inFull && rows * columns > 1 && label !== size ? `${label}, ${size}` : label
}
