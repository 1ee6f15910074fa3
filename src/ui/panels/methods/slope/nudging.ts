import type { NodeIndex } from '../../../../graph/graph.ts'
import { CONSTANT } from '../../../../graph/graph.ts'
import { nudged } from '../../../../methods/nudge.ts'
import type { Question } from '../question.ts'

/** What a nudge of the input comes to at one node. */
export interface NudgedNode {
  readonly node: NodeIndex
  /** v̇ times the nudge. */
  readonly predicted: number
  readonly actual: number
}

/** Nodes that are listed. */
const MOST_LISTED = 120

/** The nodes that the input acts on, in tape order: the first ones, and the output in any case; and how many there are. */
export function nudgedNodes({ primal, from, to }: Question, by: number): { nodes: NudgedNode[]; count: number } {
  const { predicted, actual, present } = nudged(primal, from, by)
  const { op } = primal.graph
  const reached = [...op.keys()].filter((node) => op[node] !== CONSTANT && present[node])
  const listed = reached.filter((node, i) => i < MOST_LISTED || node === to.node)
  const nodes = listed.map((node) => ({ node, predicted: predicted[node], actual: actual[node] }))
  return { nodes, count: reached.length }
}
