import type { Primal } from '../../../../core.ts'
import { memo } from '../../../../graph/memo.ts'
import {
  beginElimination,
  type EliminationGame,
  type Game,
  MOST_INNER,
} from '../../../../methods/linear/elimination.ts'
import { displayName } from '../../../../notation/names.ts'
import { short } from '../../../../notation/numbers.ts'
import { operationSymbol } from '../../../../notation/symbols.ts'
import { type Figure, structureApart } from '../../../../picture/structure.ts'
import { type Between, betweenEntries } from '../../../../trace/betweenEntries.ts'
import type { Arc, Vertex } from '../linearised/linear.ts'

/** The game on a program: its start, and what others need for it. */
export interface Board {
  readonly game: Game
  readonly between: Between
  /** Of the nodes on the screen. */
  readonly figures: readonly Figure[]
  /** Says whether a game goes on when numbers change: by the vertices that are played. */
  readonly key: string
}

/** More vertices are no game on a screen. */
const MOST_VERTICES = 240

/** The board of a program; or why there is none, and what to do. */
export const boardOf = memo((primal: Primal): Board | string => {
  const between = betweenEntries(primal)
  if (typeof between === 'string') return between
  const game = beginElimination(between.linear)
  if (!game || game.start.into.size + game.vertices.inputs.length > MOST_VERTICES) return tooLarge(between, game)
  const edges = [...game.start.into].map(([vertex, partials]) => `${vertex}:${[...partials.keys()]}`)
  const key = `${edges.join(';')}|${between.shown.id.join()}`
  const { figures } = structureApart(between.shown)
  return { game, between, figures, key }
})

function tooLarge({ shown }: Between, game: Game | null): string {
  const inner = game ? String(game.start.inner.length) : `more than ${MOST_INNER}`
  const what =
    shown.offset[shown.size] > shown.size
      ? 'Make its arrays smaller'
      : 'Put parts of it into a function, which counts as one vertex,'
  return `This program has ${inner} inner vertices; the game is played with at most ${MOST_VERTICES} vertices in all. ${what} to play it here.`
}

/** The graph that is left, as it is drawn. */
export function remainingGraph(board: Board, at: EliminationGame): { vertices: Vertex[]; arcs: Arc[] } {
  const ids = [...new Set([...board.game.vertices.inputs, ...at.into.keys()])].sort((a, b) => a - b)
  const arcs = [...at.into].flatMap(([to, partials]) =>
    [...partials].sort(([a], [b]) => a - b).map(([from, partial]): Arc => ({ from, to, text: short(partial) })),
  )
  return { vertices: ids.map((id) => vertexOf(board, id)), arcs }
}

function vertexOf({ game, between, figures }: Board, id: number): Vertex {
  const { inputs, outputs, originOf } = game.vertices
  const entry = originOf(id)
  const node = between.nodeOf(entry)
  const { kind, symbol, definition } = figures[node]
  const isInput = inputs.includes(id)
  const output = outputs.includes(id) ? between.outputAt(entry) : undefined
  const name = output === undefined ? between.symbolOf(entry) : displayName(output)
  const named = { id, name, spoken: output ?? between.nameOf(entry) }
  if (isInput) return { ...named, kind, symbol: name, isNamed: true, role: 'input', says: '' }
  const role = output === undefined ? 'inner' : 'output'
  if (id !== entry) return { ...named, role, kind: 'primitive', symbol: COPY, isNamed: true, says: COPY }
  const isNamed = output !== undefined || definition !== ''
  return { ...named, role, kind, symbol, isNamed, says: operationSymbol(between.shown, node) }
}

const COPY = 'copy'
