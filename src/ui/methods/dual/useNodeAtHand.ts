import type { Graph, NodeIndex } from '../../../graph/graph.ts'
import { frameAtHand } from '../../../state/session.ts'
import { type State, useGradual } from '../../../state/store.ts'
import { activeNode } from '../../../trace/frame.ts'

/** The node that is highlighted, else the one that was chosen, else that of the current step; each if the graph has it. */
export function useNodeAtHand(graph: Graph, chosen: number | null): NodeIndex | null {
  const highlight = useGradual((state) => state.highlight)
  const step = useGradual(idOfStep)
  for (const id of [highlight, chosen, step]) {
    const node = id === null ? -1 : graph.id.indexOf(id)
    if (node >= 0) return node
  }
  return null
}

/** Stable id of the node that the step at hand is about. */
function idOfStep(state: State): number | null {
  const frame = frameAtHand(state)
  const node = frame && activeNode(frame)
  return frame && node !== null ? frame.pass.primal.graph.id[node] : null
}
