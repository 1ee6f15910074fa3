import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { DrawnGraph } from '../../../picture/structure.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { later } from '../../../state/later.ts'
import { type DrawnElements, drawnElements } from '../arranging/drawnElements.ts'
import { graphViewer, type Viewer } from '../camera/viewer.ts'
import { moveWith } from '../camera/viewerPane.ts'
import { follow } from '../following/follow.ts'
import { navigate } from '../navigation/navigate.ts'
import type { Targets } from '../navigation/walk.ts'
import { Drawing } from './drawing.tsx'
import { svgPainter } from './paint.ts'

export interface PictureProps {
  /** In the style of this picture. */
  readonly scene: Scene
  readonly modes: readonly Mode[]
  /** The group that receives keys and pointers. */
  readonly group: HTMLElement
  /** The dots that travel along the edges, one for each mode. */
  readonly dots: readonly HTMLElement[]
}

interface ElementsProps {
  readonly scene: Scene<DrawnGraph>
  readonly modes: readonly Mode[]
  readonly viewer: Viewer
  /** Paints and listens, until what it returns is called. */
  readonly begin: (drawing: SVGSVGElement, targets: Targets) => readonly (() => void)[]
}

/** It comes after the first graph; until then what changes is there at once. */
const morphing = later('What moves the graph when it changes', () => import('../arranging/morph.ts'))

/** One element for each node, moved as a whole by the camera; what stays moves from scene to scene. */
export function Elements({ scene, modes, viewer, begin }: ElementsProps) {
  const [world, setWorld] = useState<HTMLDivElement | null>(null)
  const last = useRef<DrawnElements | null>(null)

  useLayoutEffect(
    () => (world ? moveWith(viewer, world, TEXT_SIZE[scene.style.density]) : undefined),
    [world, scene, viewer],
  )

  useLayoutEffect(() => {
    const drawing = world?.querySelector('svg')
    if (!drawing) return
    const stands = drawnElements(drawing, scene)
    const stops = [...begin(drawing, targetsIn(stands))]
    if (last.current && morphing.now) stops.push(morphing.now.morph(drawing, last.current, stands))
    last.current = stands
    void morphing.ask()
    return () => {
      // The next scene moves on from where things are now, not from where they were going.
      last.current = { ...stands, places: [...stands.places], ways: [...stands.ways] }
      for (const stop of stops) stop()
    }
  }, [world, scene, begin])

  return (
    <div className="world" ref={setWorld}>
      <Drawing scene={scene} modes={modes} />
    </div>
  )
}

/** A graph as SVG, with the passes that go over it. */
export function SvgPicture({ scene, modes, group, dots }: PictureProps) {
  const begin = useCallback(
    (drawing: SVGSVGElement, targets: Targets) => [
      follow(svgPainter(drawing, scene), dots, scene, modes),
      navigate(group, scene, modes, targets),
    ],
    [scene, modes, group, dots],
  )
  return <Elements scene={scene} modes={modes} viewer={graphViewer} begin={begin} />
}

const targetsIn = ({ nodes, scene }: DrawnElements) => {
  const buttons = new Map(
    scene.structure.nodes.map((node, i) => [node, nodes[i].querySelector('.target') as SVGElement] as const),
  )
  return {
    elementOf: (node: number) => buttons.get(node) ?? null,
    nodeAt: ({ target }: Event) => {
      const button = target instanceof Element ? target.closest('.node')?.querySelector<SVGElement>('.target') : null
      return button ? (scene.structure.nodeOf.get(Number(button.dataset.id)) ?? null) : null
    },
  }
}
