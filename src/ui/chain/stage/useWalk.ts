import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Vertex } from './plane.ts'

const BY: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
}

/** One tab stop among vertices: arrow keys walk from it, and Enter and Space press it. */
export function useWalk(
  drawing: RefObject<SVGSVGElement | null>,
  vertices: readonly Vertex[],
  press: ((id: number) => (() => void) | undefined) | undefined,
) {
  const [stop, setStop] = useState<number | null>(null)
  const place = Math.max(
    0,
    vertices.findIndex(({ id }) => id === stop),
  )
  const focusOn = ({ id }: Vertex) =>
    drawing.current?.querySelector<SVGElement>(`[data-vertex="${id}"] .vertex-target`)?.focus()
  // A vertex that is gone hands the focus to its neighbour.
  const heir = useRef<Vertex | undefined>(undefined)
  useEffect(() => {
    if (heir.current) focusOn(heir.current)
    heir.current = undefined
  })
  const pressHere = () => {
    const pressed = press?.(vertices[place].id)
    if (pressed) heir.current = vertices[place + 1] ?? vertices[place - 1]
    pressed?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? undefined : BY[event.key]
    if (by !== undefined) focusOn(vertices[Math.min(vertices.length - 1, Math.max(0, place + by))])
    else if (event.key === 'Enter' || event.key === ' ') pressHere()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { tabStop: vertices[place]?.id ?? null, visit: setStop, onKeyDown }
}
