import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { NodeIndex } from '../../../graph/graph.ts'
import type { LayoutMemory } from '../../../layout/layout.ts'
import type { Pane } from '../../../picture/camera.ts'
import { readingScale } from '../../../picture/fitting.ts'
import type { Mark } from '../../../picture/marks.ts'
import { areaAround, type Scene } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { useGradual } from '../../../state/store.ts'
import { Viewer } from '../../graph/viewer.ts'
import { fitOn, sceneOn } from './fitting.ts'

/**
 * Where a graph stands on the stage, and what it is looked at through. `start` decides how it is drawn, so that nothing
 * changes its size or turns while vertices go; where not all is seen, the nodes at hand are.
 */
export function useScene(start: Structure, structure: Structure, marks: readonly Mark[], atHand: readonly NodeIndex[]) {
  const [viewer] = useState(() => new Viewer())
  const [pane, setPane] = useState<Pane | null>(null)
  const direction = useGradual((state) => state.direction)
  const fit = useMemo(() => pane && fitOn(start, marks, pane, direction), [start, marks, pane, direction])
  const memory = useRef<LayoutMemory | null>(null)
  const scene = useMemo((): Scene | null => {
    if (!fit || !pane) return null
    const placed = sceneOn(structure, fit, memory.current, pane)
    memory.current = placed.memory
    return placed.scene
  }, [structure, fit, pane])
  useLayoutEffect(() => {
    if (!scene) return
    const { width, height, style } = scene
    if (atHand.length > 0) viewer.focusOn(areaAround(scene, atHand))
    viewer.setWorld({ width, height, legible: readingScale(style.density, { reading: 1 }) })
  }, [viewer, scene, atHand])
  return { viewer, scene, fits: fit?.fits ?? true, onSize: useCallback(() => setPane(viewer.pane()), [viewer]) }
}
