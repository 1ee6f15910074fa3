import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Mode } from '../../../autodiff/pass.ts'
import { valueAt } from '../../../autodiff/point.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { short } from '../../../notation/numbers.ts'
import { seenAt } from '../../../picture/camera.ts'
import { type Detail, detailAt } from '../../../picture/detail.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { currentSession } from '../../../state/session.ts'
import { type State, useGradual } from '../../../state/store.ts'
import { useArrangement } from '../arrangement.ts'
import { chipSign, faceOf, momentOf } from '../moment.ts'
import { graphViewer } from '../viewer.ts'
import { placeBeside } from './place.ts'
import './glass.css'

/** What the glass shows of a node. */
interface Reading {
  readonly node: NodeIndex
  readonly value: string
  /** Its tangent or adjoint with their signs; empty while none is known. */
  readonly derivatives: string
}

interface Props {
  readonly sides: readonly Mode[]
}

/** The node under the pointer or with the focus, where its numbers are too small to be read. */
export default function Glass({ sides }: Props) {
  const scene = useArrangement((arrangement) => arrangement.scene)
  const detail = useDetail()
  if (!scene || detail === 'full') return null
  return (
    <div className="glass-field" aria-hidden>
      <Card sides={sides} scene={scene} />
    </div>
  )
}

function Card({ sides, scene }: Props & { readonly scene: Scene }) {
  const card = useRef<HTMLDivElement>(null)
  const reading = useGradual(useShallow((state) => readingOf(state, scene, sides)))
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

  const [sentAway, sendAway] = useState<NodeIndex | null>(null)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && sendAway(node)
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      sendAway(null)
    }
  }, [node])

  if (!reading || sentAway === node) return null
  const { symbol, variable, definition } = scene.structure.figures[reading.node]
  return (
    <div className="glass" ref={card}>
      <span>
        <b>{variable}</b> {definition} {symbol !== variable && symbol}
      </span>
      <span className="glass-value">{reading.value}</span>
      {reading.derivatives && <span className="glass-derivative">{reading.derivatives}</span>}
    </div>
  )
}

function readingOf(state: State, { structure }: Scene, sides: readonly Mode[]): Reading | null {
  const session = currentSession(state)
  const node = state.highlight === null ? undefined : structure.nodeOf.get(state.highlight)
  if (!session || node === undefined || !isStructureOf(structure, session.graph)) return null
  const { graph, primal } = session
  const moments = sides.map((side) => momentOf(session, state.position, side))
  const derivatives = moments.map((moment) => {
    const { derivative, mark } = faceOf(moment, node)
    if (derivative === null) return ''
    const text = derivative === 'absent' ? '–' : short(valueAt(graph, node, moment.frame.pass.numbers))
    return `${chipSign(mark)} ${text}`
  })
  const isReached = faceOf(moments[0], node).reached
  return {
    node,
    value: isReached ? short(valueAt(graph, node, primal.values)) : '',
    derivatives: derivatives.filter(Boolean).join('  '),
  }
}

const detailNow = (): Detail => {
  const { scene } = useArrangement.getState()
  return detailAt(graphViewer.camera().k * TEXT_SIZE[scene?.style.density ?? 'full'])
}

function useDetail(): Detail {
  const [detail, setDetail] = useState(detailNow)
  useEffect(() => {
    const look = () => setDetail(detailNow())
    look()
    return graphViewer.onCamera(look)
  }, [])
  return detail
}
