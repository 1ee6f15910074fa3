import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Camera, placeAt, type Size } from '../../picture/camera.ts'
import { drawCurve } from '../../picture/curve.ts'
import { pathData } from '../../picture/pen.ts'
import type { Scene } from '../../picture/scene.ts'
import { isStructureOf } from '../../picture/structure.ts'
import { stageOf } from '../../state/panes.ts'
import { currentSession } from '../../state/session.ts'
import { type State, useGradual } from '../../state/store.ts'
import { useArrangement } from './arrangement.ts'
import { momentOf, stageName } from './moment.ts'
import { keepSight } from './sight.ts'
import { graphViewer, type Viewer } from './viewer.ts'

/** Where one is in the graph: shown where only a part is seen, and kept for links by one of those in the page. */
export default function Overview({ keeps = false }: { readonly keeps?: boolean }) {
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

const unitOf = ({ width, height }: Scene) => Math.max(width, height) / 60

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
  readonly scene: Scene
  readonly viewer: Viewer
  readonly children?: ReactNode
}

/** All of a graph, and a frame around what the viewer shows of it; a press goes there. */
export function WholeGraph({ scene, viewer, children }: Props) {
  const [view, setView] = useState<SVGRectElement | null>(null)
  const drawing = useMemo(() => drawingOf(scene), [scene])
  useLayoutEffect(() => {
    if (!view) return
    const look = (camera: Camera) => frame(view, camera, viewer.pane())
    look(viewer.camera())
    return viewer.onCamera(look)
  }, [view, viewer])
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
        <rect className="overview-view" ref={setView} strokeWidth={size / 2} />
      </svg>
    </div>
  )
}

function drawingOf({ structure, curveOf, centres, anatomies }: Scene) {
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
  const moments = stageOf(state).panes.flatMap((sides) => sides.map((side) => momentOf(session, state.position, side)))
  const steps = moments.filter(({ active }) => active >= 0).map((moment) => `${stageName(moment)} ${moment.active}`)
  return [...new Set(steps)]
}

function frame(view: SVGRectElement, camera: Camera, { width, height }: Size): void {
  const [from, to] = [placeAt(camera, { x: 0, y: 0 }), placeAt(camera, { x: width, y: height })]
  view.setAttribute('x', String(from.x))
  view.setAttribute('y', String(from.y))
  view.setAttribute('width', String(to.x - from.x))
  view.setAttribute('height', String(to.y - from.y))
}
