import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Camera, placeAt, type Size, seenAt } from '../../../picture/camera.ts'
import { drawCurve } from '../../../picture/curve.ts'
import { momentOf, stageName } from '../../../picture/moment/paneMoment.ts'
import { pathData } from '../../../picture/pen.ts'
import type { Scene } from '../../../picture/scene.ts'
import { type DrawnGraph, isStructureOf } from '../../../picture/structure.ts'
import { stageOf } from '../../../state/panes.ts'
import { currentSession } from '../../../state/session.ts'
import { type State, useGradual } from '../../../state/store.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { keepSight } from '../camera/sight.ts'
import { graphViewer, type Viewer } from '../camera/viewer.ts'

/** Where one is in the graph: shown where only a part is seen, and kept for links by one of those in the page. */
export default function OverviewMap({ keeps = false }: { readonly keeps?: boolean }) {
  useEffect(() => (keeps ? keepSight() : undefined), [keeps])
  const scene = useArrangement((arrangement) => arrangement.scene)
  const fits = useArrangement((arrangement) => arrangement.fits)
  if (!scene || fits || scene.blocks) return null
  return (
    <WholeGraph scene={scene} viewer={graphViewer}>
      <Steps scene={scene} />
    </WholeGraph>
  )
}

const unitOf = ({ width, height }: Scene<DrawnGraph>) => Math.max(width, height) / 60

/** What each pass has come to. */
function Steps({ scene }: { readonly scene: Scene }) {
  const steps = useGradual(useShallow((state) => stepsIn(state, scene)))
  return steps.map((step) => {
    const [of, node] = step.split(' ')
    const { x, y } = scene.centres[Number(node)]
    return <circle key={of} className="overview-step" data-of={of} cx={x} cy={y} r={2 * unitOf(scene)} />
  })
}

interface Props {
  readonly scene: Scene<DrawnGraph>
  readonly viewer: Viewer
  readonly children?: ReactNode
}

/** All of a graph, and a frame around what the viewer shows of it; a press goes there. */
export function WholeGraph({ scene, viewer, children }: Props) {
  const [view, setView] = useState<HTMLDivElement | null>(null)
  const drawing = useMemo(() => drawingOf(scene), [scene])
  useLayoutEffect(() => {
    if (!view) return
    let map: Camera = { k: 0, x: 0, y: 0 }
    const look = (camera: Camera) => frame(view, map, camera, viewer.pane())
    const sized = new ResizeObserver(([{ contentRect }]) => {
      map = mappedIn(scene, contentRect)
      look(viewer.camera())
    })
    sized.observe(view.parentElement as HTMLElement)
    const stop = viewer.onCamera(look)
    return () => {
      sized.disconnect()
      stop()
    }
  }, [view, viewer, scene])
  const size = unitOf(scene)
  const go = ({ currentTarget, clientX, clientY, buttons, type }: PointerEvent<SVGSVGElement>) => {
    if (type === 'pointermove' && buttons === 0) return
    const to = new DOMPoint(clientX, clientY).matrixTransform(currentTarget.getScreenCTM()?.inverse())
    viewer.centre(to)
  }
  return (
    <div className="overview">
      <svg
        role="img"
        aria-label="Overview: the part of the graph that is seen"
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        onPointerDown={go}
        onPointerMove={go}
      >
        <path className="overview-edges" d={drawing.edges} strokeWidth={size / 5} />
        <path className="overview-nodes" d={drawing.nodes} />
        {children}
      </svg>
      {/* It lies apart, so that the graph is not painted again as it moves. */}
      <div className="overview-frame" aria-hidden="true">
        <div className="overview-view" ref={setView} />
      </div>
    </div>
  )
}

function drawingOf({ structure, curveOf, centres, anatomies }: Scene<DrawnGraph>) {
  return {
    edges: pathData((pen) => {
      for (const edge of structure.edges) drawCurve(pen, curveOf(edge))
    }),
    nodes: pathData((pen) => {
      for (const node of structure.nodes) {
        const { x, y } = centres[node]
        const { half } = anatomies[node]
        pen.rect(x - half.x, y - half.y, 2 * half.x, 2 * half.y)
      }
    }),
  }
}

/** As words that can be compared: `reverse 7`. */
function stepsIn(state: State, { structure }: Scene): string[] {
  const session = currentSession(state)
  if (!session || !isStructureOf(structure, session.graph)) return []
  const moments = stageOf(state).panes.flatMap((modes) => modes.map((mode) => momentOf(session, state.position, mode)))
  const steps = moments.filter(({ active }) => active >= 0).map((moment) => `${stageName(moment)} ${moment.active}`)
  return [...new Set(steps)]
}

/** Where the places of the scene are in a map of that size, in px: in its middle, as large as there is room for. */
function mappedIn(scene: Size, { width, height }: Size): Camera {
  const k = Math.min(width / Math.max(1, scene.width), height / Math.max(1, scene.height))
  return { k, x: (width - k * scene.width) / 2, y: (height - k * scene.height) / 2 }
}

function frame(view: HTMLElement, map: Camera, camera: Camera, { width, height }: Size): void {
  const [from, to] = [placeAt(camera, { x: 0, y: 0 }), placeAt(camera, { x: width, y: height })].map((place) =>
    seenAt(map, place),
  )
  view.style.transform = `translate(${from.x}px, ${from.y}px)`
  view.style.width = `${to.x - from.x}px`
  view.style.height = `${to.y - from.y}px`
}
