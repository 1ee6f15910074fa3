import { create } from 'zustand'
import type { Graph } from '../../graph/graph.ts'
import { layOut } from '../../layout/index.ts'
import type { Direction, Layout, LayoutMemory } from '../../layout/layout.ts'
import { now, useGradual } from '../../state/store.ts'
import { boxesOf, estimatedExtent, wiresOf } from './boxes.ts'
import { fittingScale, paneSize, type Size, setWorld } from './camera.ts'
import { ARROWHEAD } from './head.ts'
import type { LayoutRequest } from './layout.worker.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Structure, structureOf } from './structure.ts'

/** Larger graphs are laid out in a worker, so that typing never waits for them. */
const MOST_AT_ONCE = 200
/** Larger graphs are not drawn: nobody could read them, and their layout would take minutes. */
export const MOST_DRAWN = 20_000

interface Arrangement {
  /** What is drawn, once in both panes; null before any graph is laid out. */
  readonly scene: Scene | null
  /** The number of nodes of a graph that is too large to draw, else null. */
  readonly tooLarge: number | null
}

export const useArrangement = create<Arrangement>(() => ({ scene: null, tooLarge: null }))

let memory: LayoutMemory | null = null
let worker: Worker | null = null
let asked: { readonly structure: Structure; readonly direction: Direction } | null = null

/** Lays out the graph of the state if it is another one than is drawn; what stays keeps its place as far as it can. */
export function arrange(): void {
  const { graph } = now().compilation
  if (!graph || paneSize().width === 0) return
  if (graph.size > MOST_DRAWN) useArrangement.setState({ tooLarge: graph.size })
  else arrangeGraph(graph)
}

function arrangeGraph(graph: Graph): void {
  const structure = structureOf(graph)
  const direction = directionFor(structure)
  const { scene, tooLarge } = useArrangement.getState()
  if (scene?.structure === structure && scene.direction === direction && tooLarge === null) asked = null
  else if (graph.size > MOST_AT_ONCE) layOutInWorker(structure, direction)
  else settle(structure, laidOut(structure, direction))
}

const requestFor = (structure: Structure, direction: Direction): LayoutRequest => ({
  boxes: boxesOf(structure, direction),
  wires: wiresOf(structure),
  options: { direction, previous: memory, arrowhead: ARROWHEAD },
})

function laidOut(structure: Structure, direction: Direction): Layout {
  const { boxes, wires, options } = requestFor(structure, direction)
  return layOut(boxes, wires, options)
}

function settle(structure: Structure, layout: Layout): void {
  asked = null
  memory = layout.memory
  const scene = sceneOf(structure, layout)
  useArrangement.setState({ scene, tooLarge: null })
  setWorld(scene)
}

function layOutInWorker(structure: Structure, direction: Direction): void {
  if (asked?.structure === structure && asked.direction === direction) return
  asked = { structure, direction }
  worker?.terminate()
  worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Layout>) => {
    if (asked?.structure === structure && asked.direction === direction) settle(structure, data)
  }
  worker.postMessage(requestFor(structure, direction))
}

/** What the user chose, or else what suits the pane when a graph first appears: it does not turn while it is edited. */
function directionFor(structure: Structure): Direction {
  const { direction, shown } = now()
  if (direction) return direction
  const { scene } = useArrangement.getState()
  const comparing = shown === 'compare'
  if (scene && comparing === compared && continues(scene.structure, structure)) return scene.direction
  compared = comparing
  const scale = (candidate: Direction) => fittingScale(extentOf(structure, candidate), paneSize())
  return scale('right') >= scale('up') ? 'right' : 'up'
}

/** Beyond this size the extent is estimated, since laying out twice takes too long. */
const MOST_TRIED = 60

const extentOf = (structure: Structure, direction: Direction): Size =>
  structure.figures.length <= MOST_TRIED ? laidOut(structure, direction) : estimatedExtent(structure, direction)

/** Whether the panes stood side by side when the direction was chosen: the choice is made anew for the other shape. */
let compared: boolean | null = null

/** Whether the graph is an edit of the one before, not another program. */
function continues(before: Structure, after: Structure): boolean {
  const stays = after.figures.filter(({ id }) => before.nodeOf.has(id)).length
  return 2 * stays >= Math.min(before.figures.length, after.figures.length)
}

const ARRANGED_BY = ['direction', 'shown', 'seeds'] as const

useGradual.subscribe((state, before) => {
  if (state.compilation.graph !== before.compilation.graph || ARRANGED_BY.some((part) => state[part] !== before[part]))
    arrange()
})
