import { useMemo, useRef, useState } from 'react'
import { markowitz, play } from '../../../methods/elimination.ts'
import type { Size } from '../../../picture/camera.ts'
import { change } from '../../../state/store.ts'
import { ViewerControls } from '../../graph/viewerControls.tsx'
import { counting } from '../counts.ts'
import { Drawing } from '../stage/Drawing.tsx'
import { directionFor } from '../stage/fitting.ts'
import { type Plane, planeOf, type Vertex } from '../stage/plane.ts'
import { Room } from '../stage/Room.tsx'
import { useViewer } from '../stage/useViewer.ts'
import type { ViewProps } from '../view.ts'
import { type Board, boardOf, drawnOf, eliminate, useOrder } from './game.ts'

/** The linearised graph, whose inner vertices a press eliminates. */
export default function EliminationStage({ session }: ViewProps) {
  const board = boardOf(session.primal)
  return typeof board === 'string' ? <p className="stage-message">{board}</p> : <Playing board={board} />
}

function Playing({ board }: { readonly board: Board }) {
  const [size, setSize] = useState<Size | null>(null)
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
  const viewer = useViewer(plane)
  const inner = useMemo(() => new Set(at.inner), [at])
  const cost = (id: number) => (inner.has(id) ? markowitz(at, id) : null)
  return (
    <>
      <Room viewer={viewer} onSize={setSize}>
        {size && (
          <Drawing
            name="Linearised graph"
            {...{ viewer, plane, vertices, arcs, lit }}
            labelOf={(vertex) => labelOf(vertex, cost(vertex.id))}
            noteOf={(id) => (inner.has(id) ? `${cost(id)} ×` : '')}
            onLight={(id) => {
              light(id)
              change({ highlight: id === null ? null : idShown(board, id) })
            }}
            press={(id) => (inner.has(id) ? () => eliminate(board, id) : undefined)}
          />
        )}
      </Room>
      <ViewerControls viewer={viewer} name="View of the stage" />
    </>
  )
}

/** The stable id of the node that a vertex comes from. */
const idShown = ({ game, between }: Board, vertex: number): number =>
  between.shown.id[between.nodeOf(game.vertices.nodeOf(vertex))]

function labelOf({ spoken, operation, kind }: Vertex, cost: number | null): string {
  const what = [spoken, operation].filter(Boolean).join(', ')
  if (cost === null) return `${what}, ${kind === 'inner' ? 'vertex' : kind}`
  return `Eliminate ${what}: ${counting(cost, 'multiplication')}`
}
