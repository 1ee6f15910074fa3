import { useMemo } from 'react'
import type { Graph } from '../../../graph/graph.ts'
import { movedOnto } from '../../../layout/moved.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isAlike, MOST_ELEMENTS, structureApart } from '../../../picture/structure.ts'
import { sceneInstead, useArrangement } from '../arranging/arrangement.ts'

/** The picture of the graph beside: that of the page where both differ in numbers alone. Null where it is too large. */
export function useSceneBeside(graph: Graph | null): Scene | null {
  const page = useArrangement(({ scene }) => scene)
  return useMemo(() => {
    if (!graph || !page || graph.size > MOST_ELEMENTS) return null
    if (isAlike(page.structure, graph)) return page
    return sceneInstead(structureApart(graph), movedOnto)
  }, [graph, page])
}
