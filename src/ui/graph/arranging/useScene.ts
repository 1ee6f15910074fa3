import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { NodeIndex } from '../../../graph/graph.ts'
import type { LayoutMemory } from '../../../layout/layout.ts'
import type { Pane } from '../../../picture/camera.ts'
import { type Fit, readingScale } from '../../../picture/fitting.ts'
import type { Mark } from '../../../picture/marks.ts'
import { areaAround, type Scene } from '../../../picture/scene.ts'
import type { DrawnGraph, Structure } from '../../../picture/structure.ts'
import { useGradual } from '../../../state/store.ts'
import { Viewer } from '../camera/viewer.ts'
import { fitOn, nextFit, sceneOn } from './fitOn.ts'

/** Where a graph stands on the stage, and what it is looked at through: where not all is seen, the nodes at hand are. */
export function useScene(structure: Structure<DrawnGraph>, marks: readonly Mark[], atHand: readonly NodeIndex[]) {
  const [viewer] = useState(() => new Viewer())
  const [pane, setPane] = useState<Pane | null>(null)
  const direction = useGradual((state) => state.direction)
  const last = useRef<{ readonly fit: Fit; readonly memory: LayoutMemory } | null>(null)
  const drawn = useMemo((): { readonly scene: Scene<DrawnGraph>; readonly fit: Fit } | null => {
    if (!pane) return null
    const before = last.current
    const fit = before
      ? nextFit(before.fit, structure, marks, pane, direction)
      : fitOn(structure, marks, pane, direction)
    const { scene, memory } = sceneOn(structure, fit, before?.memory ?? null, pane)
    last.current = { fit, memory }
    return { scene, fit }
  }, [structure, marks, pane, direction])
  const scene = drawn?.scene ?? null
  useLayoutEffect(() => {
    if (!scene) return
    const { width, height, style } = scene
    if (atHand.length > 0) viewer.focusOn(areaAround(scene, atHand))
    viewer.setWorld({ width, height, legible: readingScale(style.density, { reading: 1 }) })
  }, [viewer, scene, atHand])
  return { viewer, scene, fits: drawn?.fit.fits ?? true, onSize: useCallback(() => setPane(viewer.pane()), [viewer]) }
}
