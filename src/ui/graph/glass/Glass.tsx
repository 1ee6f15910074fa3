import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Mode } from '../../../autodiff/pass.ts'
import { valueAt } from '../../../autodiff/point.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { short } from '../../../notation/numbers.ts'
import { currentSession } from '../../../state/session.ts'
import { type State, useGradual } from '../../../state/store.ts'
import { useArrangement } from '../arrangement.ts'
import { graphViewer, seenAt } from '../camera.ts'
import { type Detail, detailAt } from '../detail.ts'
import { chipSign, faceOf, momentOf } from '../moment.ts'
import type { Scene } from '../scene.ts'
import { isStructureOf } from '../structure.ts'
import { placeBeside } from './place.ts'
import './glass.css'

/** What the glass shows of a node. */
interface Reading {
  readonly node: NodeIndex
  readonly value: string
  /** Its tangent or adjoint; null while it is not known. */
  readonly derivative: string | null
  readonly sign: string
}

/** The node under the pointer, or the one that the step is about, where its numbers are too small to be read. */
export default function Glass({ side }: { readonly side: Mode }) {
  const scene = useArrangement((arrangement) => arrangement.scene)
  const detail = useDetail()
  if (!scene || detail === 'full') return null
  return (
    <div className="glass-field" aria-hidden>
      <Card side={side} scene={scene} detail={detail} />
    </div>
  )
}

interface CardProps {
  readonly side: Mode
  readonly scene: Scene
  readonly detail: Detail
}

function Card({ side, scene, detail }: CardProps) {
  const card = useRef<HTMLDivElement>(null)
  const reading = useGradual(useShallow((state) => readingOf(state, scene, side, detail)))
  const node = reading?.node ?? null

  useLayoutEffect(() => {
    const element = card.current
    if (node === null || !element) return
    const place = () => {
      const at = placeBeside(seenAt(graphViewer.camera(), scene.centres[node]), element, graphViewer.pane())
      element.style.visibility = at ? '' : 'hidden'
      if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`
    }
    place()
    return graphViewer.onCamera(place)
  }, [node, scene])

  if (!reading) return null
  const { symbol, variable, definition } = scene.structure.figures[reading.node]
  return (
    <div className="glass" ref={card}>
      <span>
        <b>{variable}</b> {definition} {symbol !== variable && symbol}
      </span>
      <span className="glass-value">{reading.value}</span>
      {reading.derivative !== null && (
        <span className="glass-derivative">
          {reading.sign} {reading.derivative}
        </span>
      )}
    </div>
  )
}

function readingOf(state: State, { structure }: Scene, side: Mode, detail: Detail): Reading | null {
  const session = currentSession(state)
  if (!session || !isStructureOf(structure, session.graph)) return null
  const moment = momentOf(session, state.position, side)
  const node = (state.highlight === null ? undefined : structure.nodeOf.get(state.highlight)) ?? moment.active
  if (node < 0) return null
  // The picture of an array can be made out as long as the node’s symbol can.
  if (structure.figures[node].shape.length > 0 && detail !== 'dot') return null
  const { reached, derivative, mark } = faceOf(moment, node)
  const { graph, primal } = session
  return {
    node,
    sign: chipSign(mark),
    value: reached ? short(valueAt(graph, node, primal.values)) : '',
    derivative:
      derivative === null
        ? null
        : derivative === 'absent'
          ? '–'
          : short(valueAt(graph, node, moment.frame.pass.numbers)),
  }
}

const detailNow = () => detailAt(graphViewer.camera().k)

function useDetail(): Detail {
  const [detail, setDetail] = useState(detailNow)
  useEffect(() => {
    const look = () => setDetail(detailNow())
    look()
    return graphViewer.onCamera(look)
  }, [])
  return detail
}
