import { type PointerEvent, useEffect, useState } from 'react'
import type { HeldTool } from '../../../state/show.ts'
import { useGradual } from '../../../state/store.ts'

interface At {
  readonly x: number
  readonly y: number
}

type Stroke = readonly At[]

/** A dot or a pen over the page, which no press reaches meanwhile. What was drawn goes with the next step. */
export function Held({ tool }: { readonly tool: HeldTool }) {
  const [at, setAt] = useState<At | null>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const position = useGradual((state) => state.position)
  const scene = useGradual((state) => state.scene)
  const revealed = useGradual((state) => state.revealed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next step wipes
  useEffect(() => setStrokes([]), [position, scene, revealed])
  const draws = tool === 'pen'
  const down = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    if (draws) setStrokes([...strokes, [placeOf(event)]])
  }
  const move = (event: PointerEvent) => {
    const place = placeOf(event)
    setAt(place)
    if (draws && event.buttons > 0) setStrokes((all) => [...all.slice(0, -1), [...(all.at(-1) ?? []), place]])
  }
  return (
    <svg
      className="show-held"
      data-tool={tool}
      aria-hidden
      onPointerDown={down}
      onPointerMove={move}
      onPointerLeave={() => setAt(null)}
    >
      {strokes.map((stroke, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes stay in their order
        <polyline key={place} points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {at && <circle cx={at.x} cy={at.y} />}
    </svg>
  )
}

const placeOf = ({ clientX, clientY }: PointerEvent): At => ({ x: clientX, y: clientY })
