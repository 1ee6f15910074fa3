import { useMemo } from 'react'
import type { Graph } from '../../../graph/graph.ts'
import type { Emphasis } from '../../../state/emphasis.ts'
import { shownIn } from '../../../state/lesson/shown.ts'
import { emphasisOf, useEmphasis } from './emphasis.ts'

const NOTHING = { nodes: [], edges: [] }

/** Lights what a lesson points at in graph and program; what else there is keeps its numbers, and a chapter its own light. */
export function useShown(graph: Graph | null, items: readonly string[]): void {
  const emphasis = useMemo(() => graph && emphasisFor(graph, items), [graph, items])
  useEmphasis(emphasis)
}

function emphasisFor(graph: Graph, items: readonly string[]): Emphasis | null {
  const shown = items.map((item) => shownIn(graph, item))
  const [nodes, edges] = [shown.flatMap((each) => each.nodes), shown.flatMap((each) => each.edges)]
  const lines = shown.flatMap((each) => each.lines)
  if (nodes.length + edges.length + lines.length === 0) return null
  return { ...emphasisOf(graph, NOTHING, { nodes, edges }), isAlone: false, lines }
}
