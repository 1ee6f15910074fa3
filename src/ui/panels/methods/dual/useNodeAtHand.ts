import type { Graph, NodeIndex } from '../../../../graph/graph.ts'
import { nodeNamed } from '../../../../notation/symbols.ts'
import { frameAtHand } from '../../../../state/session.ts'
import { type State, useGradual } from '../../../../state/store.ts'
import { activeNode } from '../../../../trace/frame.ts'

/** The node that is highlighted, else the one that was chosen, else that of the current step; each if the graph has it. */
export function useNodeAtHand(graph: Graph): NodeIndex | null {
  const highlight = useGradual((state) => state.highlight)
  const chosen = useGradual(({ dualNumbersNode: name }) => (name === null ? undefined : nodeNamed(graph, name)))
  const step = useGradual(idOfStep)
  const withId = (id: number | null) => (id !== null && graph.id.includes(id) ? graph.id.indexOf(id) : null)
  return withId(highlight) ?? chosen ?? withId(step)
}

/** Stable id of the node that the step at hand is about. */
function idOfStep(state: State): number | null {
  const frame = frameAtHand(state)
  const node = frame && activeNode(frame)
  return frame && node !== null ? frame.pass.primal.graph.id[node] : null
}
