import type { Primal } from '../../../../core.ts'
import {
  beginElimination,
  bestOrder,
  type Elimination,
  forwardOrder,
  type Game,
  greedyOrder,
  MOST_INNER,
  play,
  reverseOrder,
} from '../../../../methods/elimination.ts'
import { short } from '../../../../notation/numbers.ts'
import { operationSymbol } from '../../../../notation/symbols.ts'
import { type Figure, structureApart } from '../../../../picture/structure.ts'
import { prefersReducedMotion } from '../../../../state/clock.ts'
import { type Between, betweenEntries, endSymbol } from '../../../kit/derivative/entries.ts'
import type { Arc, Vertex } from '../stage/linear.ts'
import { take, takenOn, useSteps } from '../steps.ts'

/** The game on a program: its start, and what others need for it. */
export interface Board {
  readonly game: Game
  readonly between: Between
  /** Of the nodes on the screen. */
  readonly figures: readonly Figure[]
  /** Says whether a game goes on when numbers change: by the vertices that are played. */
  readonly key: string
  readonly rivals: readonly Rival[]
}

/** An order of eliminations to compare with; null where it would take too long to find. */
export interface Rival {
  readonly name: string
  readonly order: readonly number[] | null
  readonly multiplications: number | null
}

/** More vertices are no game on a screen. */
const MOST_VERTICES = 240

const boards = new WeakMap<Primal, Board | string>()

/** The board of a program; or why there is none, and what to do. */
export function boardOf(primal: Primal): Board | string {
  const board = boards.get(primal) ?? setUp(primal)
  boards.set(primal, board)
  return board
}

function setUp(primal: Primal): Board | string {
  const between = betweenEntries(primal)
  if (typeof between === 'string') return between
  const game = beginElimination(between.linear)
  if (!game || game.start.into.size + game.vertices.inputs.length > MOST_VERTICES) return tooLarge(between, game)
  const edges = [...game.start.into].map(([vertex, partials]) => `${vertex}:${[...partials.keys()]}`)
  const key = `${edges.join(';')}|${between.shown.id.join()}`
  const { figures } = structureApart(between.shown)
  return { game, between, figures, key, rivals: rivalsOf(game, key) }
}

/** Those of the last board: they stay while only numbers change. */
let found: { readonly key: string; readonly rivals: readonly Rival[] } = { key: '', rivals: [] }

function rivalsOf({ start }: Game, key: string): readonly Rival[] {
  const rival = (name: string, order: readonly number[] | null): Rival => ({
    ...{ name, order },
    multiplications: order && play(start, order).multiplications,
  })
  if (found.key !== key)
    found = {
      key,
      rivals: [
        rival('Forward mode', forwardOrder(start)),
        rival('Reverse mode', reverseOrder(start)),
        rival('Cheapest next', greedyOrder(start)),
        rival('Best', bestOrder(start)),
      ],
    }
  return found.rivals
}

function tooLarge({ shown }: Between, game: Game | null): string {
  const inner = game ? String(game.start.inner.length) : `more than ${MOST_INNER}`
  const what =
    shown.offset[shown.size] > shown.size
      ? 'Make its arrays smaller'
      : 'Put parts of it into a function, which counts as one vertex,'
  return `This program has ${inner} inner vertices; the game is played with at most ${MOST_VERTICES} vertices in all. ${what} to play it here.`
}

/** The vertices that have been eliminated, in order. */
export const useOrder = (board: Board): readonly number[] =>
  useSteps('verticesEliminated', board.key, (order) => possible(board.game.start, order))

/** How many eliminations of an order can be made. */
export function possible({ inner }: Elimination, order: readonly number[]): number {
  const left = new Set(inner)
  const wrong = order.findIndex((vertex) => !left.delete(vertex))
  return wrong < 0 ? order.length : wrong
}

const orderOn = ({ key }: Board): readonly number[] => takenOn('verticesEliminated', key)

let timer: ReturnType<typeof setTimeout> | undefined

function set({ key }: Board, order: readonly number[]): void {
  clearTimeout(timer)
  take('verticesEliminated', key, order)
}

export const eliminate = (board: Board, vertex: number): void => set(board, [...orderOn(board), vertex])
export const undo = (board: Board): void => set(board, orderOn(board).slice(0, -1))
export const restart = (board: Board): void => set(board, [])

/** Milliseconds between two eliminations that are played; of long orders less. */
const PAUSE = 700
const LONGEST = 12_000

/** Plays an order from the start, one vertex after another; at once where motion is reduced. */
export function playOrder(board: Board, order: readonly number[]): void {
  const first = prefersReducedMotion() ? order.length : 0
  const pause = Math.min(PAUSE, LONGEST / Math.max(1, order.length))
  const goOn = (count: number) => {
    set(board, order.slice(0, count))
    if (count < order.length) timer = setTimeout(() => goOn(count + 1), pause)
  }
  goOn(first)
}

/** The graph that is left, as it is drawn. */
export function drawnOf(board: Board, at: Elimination): { vertices: Vertex[]; arcs: Arc[] } {
  const ids = [...new Set([...board.game.vertices.inputs, ...at.into.keys()])].sort((a, b) => a - b)
  const arcs = [...at.into].flatMap(([to, partials]) =>
    [...partials].sort(([a], [b]) => a - b).map(([from, partial]): Arc => ({ from, to, text: short(partial) })),
  )
  return { vertices: ids.map((id) => vertexOf(board, id)), arcs }
}

function vertexOf({ game, between, figures }: Board, id: number): Vertex {
  const { inputs, outputs, nodeOf } = game.vertices
  const entry = nodeOf(id)
  const node = between.nodeOf(entry)
  const { kind, symbol, definition } = figures[node]
  const isInput = inputs.includes(id)
  const output = outputs.includes(id)
    ? between.linear.primal.graph.outputs.find((candidate) => candidate.node === entry)
    : undefined
  const name = output ? endSymbol(output.name) : between.symbolOf(entry)
  const named = { id, name, spoken: output?.name ?? between.nameOf(entry) }
  if (isInput) return { ...named, kind, symbol: name, isNamed: true, role: 'input', says: '' }
  const role = output ? 'output' : 'inner'
  if (id !== entry) return { ...named, role, kind: 'primitive', symbol: COPY, isNamed: true, says: COPY }
  const isNamed = output !== undefined || definition !== ''
  return { ...named, role, kind, symbol, isNamed, says: operationSymbol(between.shown, node) }
}

const COPY = 'copy'
