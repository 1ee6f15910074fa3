import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Arrow, isArrow, move, type Roving, startAt, type Ways } from '../../../picture/neighbours.ts'
import type { Arc, Plane, Vertex } from './plane.ts'

/** Vertices and edges as the arrow keys of every graph walk them; in the adjoint graph edges lead from consumer to operand. */
function waysAlong(vertices: readonly Vertex[], arcs: readonly Arc[], { isTurned }: Plane): Ways {
  const ends = (kind: Vertex['kind']) => vertices.filter((vertex) => vertex.kind === kind).map(({ id }) => id)
  const before = (id: number) => arcs.flatMap(({ from, to }) => (to === id ? [from] : []))
  const after = (id: number) => arcs.flatMap(({ from, to }) => (from === id ? [to] : []))
  const [inputs, outputs] = [ends('input'), ends('output')]
  return isTurned
    ? { inputs: outputs, outputs: inputs, operandsOf: after, consumersOf: before }
    : { inputs, outputs, operandsOf: before, consumersOf: after }
}

/** One tab stop among vertices: arrow keys walk from it as in the graph, Home and End go to the ends, Enter and Space press it. */
export function useWalk(
  drawing: RefObject<SVGSVGElement | null>,
  plane: Plane,
  vertices: readonly Vertex[],
  arcs: readonly Arc[],
  press: ((id: number) => (() => void) | undefined) | undefined,
) {
  const [stop, setStop] = useState<number | null>(null)
  const place = Math.max(
    0,
    vertices.findIndex(({ id }) => id === stop),
  )
  const ways = useMemo(() => waysAlong(vertices, arcs, plane), [vertices, arcs, plane])
  const at = useRef<Roving | null>(null)
  const focusOn = ({ id }: Pick<Vertex, 'id'>) =>
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
  const walk = (arrow: Arrow) => {
    const { id } = vertices[place]
    at.current = move(ways, at.current?.node === id ? at.current : startAt(ways, id), arrow, plane.direction)
    focusOn({ id: at.current.node })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isArrow(event.key) && !event.shiftKey) walk(event.key)
    else if (event.key === 'Home') focusOn(vertices[0])
    else if (event.key === 'End') focusOn(vertices[vertices.length - 1])
    else if (event.key === 'Enter' || event.key === ' ') pressHere()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { tabStop: vertices[place]?.id ?? null, visit: setStop, onKeyDown }
}
