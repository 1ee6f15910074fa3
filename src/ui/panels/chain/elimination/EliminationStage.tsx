import { useCallback, useMemo, useState } from 'react'
import { count, grouped } from '../../../../language/words.ts'
import { type EliminationGame, eliminateAll, markowitz } from '../../../../methods/linear/elimination.ts'
import { neighbourhood } from '../../../../picture/neighbours.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { useScene } from '../../../graph/arranging/useScene.ts'
import { WholeGraph } from '../../../graph/pane/overview.tsx'
import { ViewerControls } from '../../../graph/pane/viewerControls.tsx'
import { type Linear, linearOf, type Vertex } from '../linearised/linear.ts'
import type { VertexWords } from '../linearised/paint.ts'
import { StagePicture } from '../linearised/StagePicture.tsx'
import type { ViewProps } from '../view.ts'
import { type Board, boardOf, remainingGraph } from './board.ts'
import { takeOut, useOrder } from './moves.ts'

/** The linearised graph, whose inner vertices a press eliminates. */
export default function EliminationStage({ session }: ViewProps) {
  const board = boardOf(session.primal)
  return typeof board === 'string' ? (
    <p className="stage-message">{board}</p>
  ) : (
    <Playing key={board.key} board={board} />
  )
}

/** Nothing stands beside vertices but their names and costs. */
const NO_MARKS = [] as const

function Playing({ board }: { readonly board: Board }) {
  const order = useOrder(board)
  const [lit, light] = useState<number | null>(null)
  const { start } = board.game
  const at = useMemo(() => eliminateAll(start, order), [start, order])
  const linear = useMemo(() => linearAt(board, at), [board, at])
  const atHand = useMemo(() => nodesAtHand(linear, start, order), [linear, start, order])
  const { viewer, scene, fits, onSize } = useScene(linear.structure, NO_MARKS, atHand)
  const isHidden = useGradual(hidesCounts)
  const words = useMemo(() => wordsAt(at, isHidden), [at, isHidden])
  const onLight = useCallback(
    (id: number | null) => {
      light(id)
      change({ highlight: id === null ? null : idShown(board, id) })
    },
    [board],
  )
  const onPress = useCallback((id: number) => takeOut(board, id), [board])
  return (
    <>
      <StagePicture name="Linearised graph" {...{ viewer, onSize, scene, linear, words, lit, onLight, onPress }} />
      <ViewerControls viewer={viewer} name="View of the stage">
        {scene && !fits && <WholeGraph {...{ scene, viewer }} />}
      </ViewerControls>
    </>
  )
}

function linearAt(board: Board, at: EliminationGame): Linear {
  const { vertices, arcs } = remainingGraph(board, at)
  return linearOf(vertices, arcs)
}

/** Between what new edges came last; at the start, around the first vertex that can go. */
function nodesAtHand(
  { structure, vertices }: Linear,
  start: EliminationGame,
  order: readonly number[],
): readonly number[] {
  const gone = order.at(-1)
  if (gone === undefined) {
    const first = vertices.findIndex(({ role }) => role === 'inner')
    return first < 0 ? [] : neighbourhood(structure, first)
  }
  const { into, outOf } = eliminateAll(start, order.slice(0, -1))
  const ends = [...(into.get(gone)?.keys() ?? []), ...(outOf.get(gone) ?? [])]
  return ends.flatMap((id) => structure.nodeOf.get(id) ?? [])
}

/** The stable id of the node that a vertex comes from. */
const idShown = ({ game, between }: Board, vertex: number): number =>
  between.shown.id[between.nodeOf(game.vertices.originOf(vertex))]

function wordsAt(at: EliminationGame, isHidden: boolean): VertexWords {
  const inner = new Set(at.inner)
  const costOf = ({ id }: Vertex) => (isHidden ? Number.NaN : markowitz(at, id))
  const isPressable = ({ id }: Vertex) => inner.has(id)
  return {
    ...{ flow: null, isPressable },
    noteOf: (vertex) => (isPressable(vertex) ? `${grouped(costOf(vertex))} ×` : ''),
    labelOf: (vertex) => {
      const what = [vertex.spoken, vertex.says].filter(Boolean).join(', ')
      return isPressable(vertex)
        ? `Eliminate ${what}: ${count(costOf(vertex), 'multiplication')}`
        : `${what}, ${vertex.role === 'inner' ? 'vertex' : vertex.role}`
    },
  }
}
