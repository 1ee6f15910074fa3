import { useMemo, useRef, useState } from 'react'
import type { Direction } from '../../../layout/layout.ts'
import { markowitz, play } from '../../../methods/elimination.ts'
import { change } from '../../../state/store.ts'
import { counting } from '../counts.ts'
import { Drawing } from '../stage/Drawing.tsx'
import { directionFor, fittingScale } from '../stage/fitting.ts'
import { type Plane, planeOf, RADIUS, type Vertex } from '../stage/plane.ts'
import { useSize } from '../stage/useSize.ts'
import type { ViewProps } from '../view.ts'
import { type Board, boardOf, drawnOf, take, useOrder } from './game.ts'

/** The linearised graph, whose inner vertices a press eliminates. */
export default function EliminationStage({ session }: ViewProps) {
  const board = boardOf(session.primal)
  return typeof board === 'string' ? <p className="stage-message">{board}</p> : <Playing board={board} />
}

function Playing({ board }: { readonly board: Board }) {
  const room = useRef<HTMLDivElement>(null)
  const size = useSize(room)
  const order = useOrder(board)
  const [lit, light] = useState<number | null>(null)
  const at = useMemo(() => play(board.game.start, order), [board, order])
  const { vertices, arcs } = useMemo(() => drawnOf(board, at), [board, at])
  const last = useRef<Plane | null>(null)
  const direction = useMemo(() => {
    const start = drawnOf(board, board.game.start)
    if (!size) return 'right'
    const sizes = { right: planeOf(start.vertices, start.arcs, 'right'), up: planeOf(start.vertices, start.arcs, 'up') }
    return directionFor(sizes, size)
  }, [board, size])
  const plane = useMemo(() => {
    last.current = planeOf(vertices, arcs, direction, last.current?.memory)
    return last.current
  }, [vertices, arcs, direction])
  const isInner = (id: number) => at.inner.includes(id)
  const cost = (id: number) => markowitz(at, id)
  return (
    <div className="stage-room" ref={room}>
      {size && (
        <Drawing
          name="Linearised graph"
          {...{ plane, vertices, arcs, lit }}
          scale={fittingScale(plane, size)}
          labelOf={(vertex) => labelOf(vertex, isInner(vertex.id) ? cost(vertex.id) : null)}
          onLight={(id) => {
            light(id)
            change({ highlight: id === null ? null : idShown(board, id) })
          }}
          press={(id) => (isInner(id) ? () => take(board, id) : undefined)}
          beside={({ id }) => isInner(id) && <Cost cost={cost(id)} direction={direction} isLit={id === lit} />}
        />
      )}
    </div>
  )
}

/** The stable id of the node that a vertex comes from. */
const idShown = ({ game, between }: Board, vertex: number): number =>
  between.shown.id[between.nodeOf(game.vertices.nodeOf(vertex))]

interface CostProps {
  readonly cost: number
  readonly direction: Direction
  readonly isLit: boolean
}

/** What eliminating a vertex takes, clear of its edges. */
function Cost({ cost, direction, isLit }: CostProps) {
  const place = direction === 'up' ? { x: RADIUS + 5, y: 5 } : { x: 0, y: -RADIUS - 7 }
  return (
    <text className="vertex-cost" {...place} data-direction={direction} data-lit={isLit || undefined}>
      {cost} ×
    </text>
  )
}

function labelOf({ spoken, operation, kind }: Vertex, cost: number | null): string {
  const what = [spoken, operation].filter(Boolean).join(', ')
  if (cost === null) return `${what}, ${kind === 'inner' ? 'vertex' : kind}`
  return `Eliminate ${what}: ${counting(cost, 'multiplication')}`
}
