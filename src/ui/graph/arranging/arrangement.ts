import { create } from 'zustand'
import type { Graph } from '../../../graph/graph.ts'
import type { Layout, LayoutMemory } from '../../../layout/layout.ts'
import type { Size } from '../../../picture/camera.ts'
import { placed, readingScale } from '../../../picture/fitting.ts'
import { type Scene, sceneOf } from '../../../picture/scene.ts'
import { MOST_ELEMENTS, type Structure, structureOf } from '../../../picture/structure.ts'
import { drawnScene } from '../../../state/exporting/drawnScene.ts'
import { later } from '../../../state/later.ts'
import { useMissing } from '../../../state/missing.ts'
import { now, useGradual } from '../../../state/store.ts'
import { paneSize, setWorld } from '../camera/viewer.ts'
import { LargePicture } from '../canvas/largePicture.ts'
import type { LaidOut } from '../canvas/workerLayout.ts'
import { type Choice, chosen, larger, MOST_AT_ONCE, sameChoice } from './choice.ts'

/** Larger graphs are drawn only in blocks: their layout node by node would take minutes. */
export const MOST_DRAWN = 20_000

interface Arrangement {
  /** What is drawn, once in all panes; null before any graph is laid out. */
  readonly scene: Scene | null
  /** Whether all of it is seen at reading size. */
  readonly fits: boolean
  /** The number of nodes of a graph that is too large to draw, and of the largest that is drawn; else null. */
  readonly tooLarge: { readonly size: number; readonly most: number } | null
}

export const useArrangement = create<Arrangement>(() => ({ scene: null, fits: true, tooLarge: null }))

/** What the next layout goes on from. */
const laid: {
  memory: LayoutMemory | null
  /** What is on the screen. */
  current: Choice | null
  /** What is being laid out for it. */
  asked: Choice | null
} = { memory: null, current: null, asked: null }

/** Lays out the graph of the state if it is another one than is drawn; what stays keeps its place as far as it can. */
export function arrange(): void {
  const { graph } = now().compilation
  if (!graph || paneSize().width === 0) return
  if (graph.size > MOST_AT_ONCE) void arrangeAway(graph)
  else {
    const request = requestFor(graph)
    if (!request) return
    settleHere(request)
  }
}

const settleHere = (request: Choice): void => settle(request, laidOutHere(request))

function laidOutHere(choice: Choice): LaidOut {
  const layout = layoutOf(choice)
  return { scene: sceneOf(choice.structure, choice.fit.style, layout), memory: layout.memory }
}

function layoutOf({ structure, fit, pane }: Choice): Layout {
  const layOut = fit.inRows ? larger.now?.laidOutInRows : placed
  return (layOut ?? placed)(structure, fit, laid.memory, pane)
}

/** Another graph, drawn as the one on the screen is, and moved onto it: what both have stands where it stands there. */
export function sceneInstead(
  structure: Structure,
  moved: (layout: Layout, there: LayoutMemory) => Layout,
): Scene | null {
  if (!laid.current || !laid.memory) return null
  const { fit, ...choice } = laid.current
  const layout = layoutOf({ ...choice, fit, structure })
  return sceneOf(structure, fit.style, moved(layout, laid.memory))
}

/** What is to be laid out; null if it is on the screen. */
function requestFor(graph: Graph): Choice | null {
  const state = now()
  const { scene, tooLarge } = useArrangement.getState()
  const drawn = scene?.structure === laid.current?.structure && tooLarge === null ? laid.current : null
  const request = chosen(state, structureOf(graph, state.constants), laid.current)
  if (!drawn || !sameChoice(drawn, request)) return request
  laid.asked = null
  laid.current = request
  return null
}

const away = later('What lays out large graphs', () => import('../canvas/workerLayout.ts'))

async function arrangeAway(graph: Graph): Promise<void> {
  void LargePicture.ask()
  const { laidOutAway, standsInBlocks, MOST_LAID_OUT_HERE } = await away.get()
  await nextTask()
  if (graph !== now().compilation.graph) return
  if (graph.size > MOST_DRAWN && !standsInBlocks(graph))
    useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_DRAWN } })
  else {
    const request = requestFor(graph)
    if (!request || (laid.asked && sameChoice(laid.asked, request))) return
    if (request.structure.nodes.length <= MOST_AT_ONCE) return settleHere(request)
    laid.asked = request
    const settled = await laidOutAway(request.structure, request.fit, laid.memory)
    if (laid.asked !== request) return
    laid.asked = null
    if (settled) settle(request, settled)
    else useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_LAID_OUT_HERE } })
  }
}

/** So that one task of the page never has to take up a large graph and prepare its layout as well. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

function settle(request: Choice, { scene, memory: remembered }: LaidOut): void {
  Object.assign(laid, { memory: remembered, current: request, asked: null })
  drawnScene.now = scene
  useArrangement.setState({ scene, fits: request.fit.fits, tooLarge: null })
  showWorld(scene)
}

/** What stands beside, which is looked at through the same camera. */
let beside: Size = { width: 0, height: 0 }

function showWorld({ width, height, structure, style }: Scene): void {
  const isOverview = structure.nodes.length > MOST_ELEMENTS
  const legible = isOverview ? 0 : readingScale(style.density, { reading: 1 })
  setWorld({ width: Math.max(width, beside.width), height: Math.max(height, beside.height), legible })
}

/** Makes the world of the page as large as that of a graph beside; gives the room back when what it returns is called. */
export function makeRoomFor(size: Size): () => void {
  const show = (next: Size) => {
    beside = next
    const { scene } = useArrangement.getState()
    if (scene) showWorld(scene)
  }
  show(size)
  return () => show({ width: 0, height: 0 })
}

const ARRANGED_BY = ['direction', 'lesson', 'shown', 'seeds', 'panes', 'constants', 'definitions', 'tab'] as const

/** Keeps the arrangement with the state, and with what it is made by: what was missing may be tried again. */
export function keepArranged(): () => void {
  void larger.here.then(arrange)
  const stops = [
    useGradual.subscribe((state, before) => {
      const races = (state.position.race === undefined) !== (before.position.race === undefined)
      const differs = ARRANGED_BY.some((part) => state[part] !== before[part])
      if (state.compilation.graph !== before.compilation.graph || races || differs) arrange()
    }),
    useMissing.subscribe(() => {
      if (useArrangement.getState().tooLarge) arrange()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
