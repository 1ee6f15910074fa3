import { useEffect, useLayoutEffect, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { placeAt, seenAt } from '../../../picture/camera.ts'
import { type Detail, detailAt } from '../../../picture/detail.ts'
import { tileAt } from '../../../picture/heat/pointed.ts'
import { SIGNS, STACK } from '../../../picture/marks.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { useGradual } from '../../../state/store.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from '../camera/viewer.ts'
import { placeBeside } from './place.ts'
import { magnifierReading } from './reading.ts'
import './magnifier.css'

interface Props {
  readonly modes: readonly Mode[]
}

/** The node under the pointer or with the focus, where its numbers are too small to be read or are tiles. */
export default function Magnifier({ modes }: Props) {
  const scene = useArrangement((arrangement) => arrangement.scene)
  const [field, setField] = useState<HTMLElement | null>(null)
  return (
    <div className="glass-field" aria-hidden ref={setField}>
      {scene && <Card modes={modes} scene={scene} field={field} />}
    </div>
  )
}

interface CardProps extends Props {
  readonly scene: Scene
  readonly field: HTMLElement | null
}

function Card({ modes, scene, field }: CardProps) {
  const [card, setCard] = useState<HTMLElement | null>(null)
  const detail = useDetail()
  const { anatomies, structure } = scene
  const lit = useGradual(({ highlight }) => (highlight === null ? null : (structure.nodeOf.get(highlight) ?? null)))
  const isNeeded = lit !== null && (detail !== 'full' || anatomies[lit].cells?.isHeat === true)
  const tile = useTile(field, scene, isNeeded ? lit : null)
  const reading = useGradual(useShallow((state) => (isNeeded ? magnifierReading(state, scene, modes, tile) : null)))
  const node = reading?.node ?? null

  usePlace(card, scene, node)
  const isSentAway = useEscape(node)
  if (!reading || isSentAway) return null
  const { symbol, variable, definition } = structure.figures[reading.node]
  return (
    <div className="glass" ref={setCard}>
      <span>
        <b>{variable}</b> {definition} {symbol !== variable && symbol}
      </span>
      <span className="glass-value">{reading.value}</span>
      {STACK.map((mark) =>
        reading[mark] === undefined ? null : (
          <span key={mark} className="glass-derivative" data-of={mark}>
            {SIGNS[mark]} {reading[mark]}
          </span>
        ),
      )}
    </div>
  )
}

/** Keeps the card beside its node, wherever the camera goes. */
function usePlace(card: HTMLElement | null, { centres, anatomies }: Scene, node: NodeIndex | null): void {
  useLayoutEffect(() => {
    if (node === null || !card) return
    const place = () => {
      const camera = graphViewer.camera()
      const { x, y } = anatomies[node].half
      const half = { x: camera.k * x, y: camera.k * y }
      const at = placeBeside(seenAt(camera, centres[node]), card, graphViewer.pane(), half)
      card.style.visibility = at ? '' : 'hidden'
      if (at) card.style.transform = `translate(${at.x}px, ${at.y}px)`
    }
    place()
    return graphViewer.onCamera(place)
  })
}

/** Whether Escape has sent the node's card away. */
function useEscape(node: NodeIndex | null): boolean {
  const [sentAway, sendAway] = useState<NodeIndex | null>(null)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && sendAway(node)
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      sendAway(null)
    }
  }, [node])
  return sentAway === node
}

/** The tile of the node that is under the pointer. */
function useTile(field: HTMLElement | null, { anatomies, centres }: Scene, node: NodeIndex | null): number | null {
  const [tile, setTile] = useState<number | null>(null)
  useEffect(() => {
    if (!field || node === null) return
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = field.getBoundingClientRect()
      const { x, y } = placeAt(graphViewer.camera(), { x: clientX - left, y: clientY - top })
      setTile(tileAt(anatomies[node], { x: x - centres[node].x, y: y - centres[node].y }))
    }
    addEventListener('pointermove', onMove)
    return () => {
      removeEventListener('pointermove', onMove)
      setTile(null)
    }
  }, [field, node, anatomies, centres])
  return tile
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
