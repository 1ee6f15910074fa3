import { isLive } from '../autodiff/sweep.ts'
import type { Primal } from '../core.ts'
import type { EdgeIndex, NodeIndex } from '../graph/graph.ts'
import { passes } from './passes.ts'

/** What an entry of the Jacobian comes along. */
interface EntryPaths {
  /** Its input and its output. */
  readonly ends: readonly NodeIndex[]
  /** What the input reaches and the output depends on. */
  readonly nodes: readonly NodeIndex[]
  readonly edges: readonly EdgeIndex[]
}

/** By the passes that have the entry in their column and in their row, so that no array need be linearised entry by entry. */
export function entryPaths(primal: Primal, row: number, column: number): EntryPaths {
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
  return { ends: [tangent.steps[0], adjoint.steps[0]].filter((node) => node !== undefined), nodes, edges }
}
