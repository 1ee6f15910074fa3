import { isLive } from '../../../../autodiff/sweep.ts'
import type { Primal } from '../../../../core.ts'
import type { EdgeIndex, NodeIndex } from '../../../../graph/graph.ts'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import type { Emphasis } from '../../../../state/light.ts'
import { passes } from '../../../../trace/passes.ts'
import { emphasisOf } from '../../../kit/derivative/emphasis.ts'

/** The input, the output, and all that lies on a path between them: what the input reaches and the output depends on. */
export function entryLight(primal: Primal, { row, column }: JacobianEntry): Emphasis {
  const { graph } = primal
  const [tangent, adjoint] = [passes(primal, 'forward').get(column + 1), passes(primal, 'reverse').get(row + 1)]
  const isBetween = (node: NodeIndex): boolean => {
    for (let entry = graph.offset[node]; entry < graph.offset[node + 1]; entry++)
      if (tangent.presentEntries[entry] && adjoint.presentEntries[entry]) return true
    return false
  }
  const nodes = Array.from({ length: graph.size }, (_, node) => node).filter(isBetween)
  const between = new Set(nodes)
  const edges: EdgeIndex[] = []
  for (const node of nodes)
    for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++)
      if (between.has(graph.operand[edge]) && isLive(primal, edge)) edges.push(edge)
  const ends = [tangent.steps[0], adjoint.steps[0]].filter((node) => node !== undefined)
  return emphasisOf(graph, { nodes: [...nodes, ...ends], edges }, { nodes: ends, edges: [] })
}
