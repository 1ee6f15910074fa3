import { create } from 'zustand'
import type { Graph } from '../../graph/graph.ts'
import { layOut } from '../../layout/index.ts'
import type { Direction, Layout, LayoutMemory } from '../../layout/layout.ts'
import { later } from '../../state/later.ts'
import { useMissing } from '../../state/missing.ts'
import { now, useGradual } from '../../state/store.ts'
import { boxesOf, estimatedExtent, wiresOf } from './boxes.ts'
import { fittingScale, paneSize, type Size, setWorld } from './camera.ts'
import { ARROWHEAD } from './head.ts'
import type { LaidOut } from './large/away.ts'
import { LargePicture } from './largePicture.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Structure, structureOf } from './structure.ts'

/** Larger graphs are laid out in a worker, so that typing never waits for them. */
const MOST_AT_ONCE = 200
/** Larger graphs are drawn only in blocks: their layout node by node would take minutes. */
export const MOST_DRAWN = 20_000

interface Arrangement {
  /** What is drawn, once in both panes; null before any graph is laid out. */
  readonly scene: Scene | null
  /** The number of nodes of a graph that is too large to draw, and of the largest that is drawn; else null. */
  readonly tooLarge: { readonly size: number; readonly most: number } | null
}

export const useArrangement = create<Arrangement>(() => ({ scene: null, tooLarge: null }))

let memory: LayoutMemory | null = null
let asked: Asked | null = null

interface Asked {
  readonly structure: Structure
  readonly direction: Direction
}

/** Lays out the graph of the state if it is another one than is drawn; what stays keeps its place as far as it can. */
export function arrange(): void {
  const { graph } = now().compilation
  if (!graph || paneSize().width === 0) return
  if (graph.size > MOST_AT_ONCE) void arrangeAway(graph)
  else {
    const request = requestFor(graph)
    if (!request) return
    const layout = laidOut(request)
    settle({ scene: sceneOf(request.structure, layout), memory: layout.memory })
  }
}

/** What is to be laid out; null if it is on the screen. */
function requestFor(graph: Graph): Asked | null {
  const structure = structureOf(graph)
  const direction = directionFor(structure)
  const { scene, tooLarge } = useArrangement.getState()
  if (scene?.structure !== structure || scene.direction !== direction || tooLarge !== null)
    return { structure, direction }
  asked = null
  return null
}

const away = later('What lays out large graphs', () => import('./large/away.ts'))

async function arrangeAway(graph: Graph): Promise<void> {
  void away.ask()
  void LargePicture.ask()
  const { laidOutAway, standsInBlocks, MOST_LAID_OUT_HERE } = await away.here
  await nextTask()
  if (graph !== now().compilation.graph) return
  if (graph.size > MOST_DRAWN && !standsInBlocks(graph))
    useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_DRAWN } })
  else {
    const request = requestFor(graph)
    if (!request || (asked?.structure === request.structure && asked.direction === request.direction)) return
    asked = request
    const settled = await laidOutAway(request.structure, request.direction, memory)
    if (asked !== request) return
    asked = null
    if (settled) settle(settled)
    else useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_LAID_OUT_HERE } })
  }
}

/** So that one task of the page never has to take up a large graph and prepare its layout as well. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

function laidOut({ structure, direction }: Asked): Layout {
  const options = { direction, previous: memory, arrowhead: ARROWHEAD }
  return layOut(boxesOf(structure, direction), wiresOf(structure), options)
}

function settle({ scene, memory: remembered }: LaidOut): void {
  asked = null
  memory = remembered
  useArrangement.setState({ scene, tooLarge: null })
  setWorld(scene)
}

/** What the user chose, or else what suits the pane when a graph first appears: it does not turn while it is edited. */
function directionFor(structure: Structure): Direction {
  const { direction } = now()
  if (direction) return direction
  const { scene } = useArrangement.getState()
  const pane = paneSize()
  const isUpright = pane.height > pane.width
  if (scene && isUpright === wasUpright && continues(scene.structure, structure)) return scene.direction
  wasUpright = isUpright
  const scale = (candidate: Direction) => fittingScale(extentOf(structure, candidate), pane)
  return scale('right') >= scale('up') ? 'right' : 'up'
}

/** Beyond this size the extent is estimated, since laying out twice takes too long. */
const MOST_TRIED = 60

const extentOf = (structure: Structure, direction: Direction): Size =>
  structure.figures.length <= MOST_TRIED ? laidOut({ structure, direction }) : estimatedExtent(structure, direction)

/** Whether the panes were higher than wide when the direction was chosen: the choice is made anew for the other shape. */
let wasUpright: boolean | null = null

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

// What was missing may be tried again.
useMissing.subscribe(() => {
  if (useArrangement.getState().tooLarge) arrange()
})
