import type { Graph } from '../../../graph/graph.ts'
import type { BlockLayout } from '../../../layout/blocks/blocked.ts'
import { layOut } from '../../../layout/index.ts'
import type { Layout, LayoutMemory } from '../../../layout/layout.ts'
import { blockSceneOf } from '../../../picture/blockScene.ts'
import { blockedOf, groupingOf } from '../../../picture/blocks.ts'
import { boxesOf, wiresOf } from '../../../picture/boxes.ts'
import type { Fit } from '../../../picture/fitting.ts'
import { ARROWHEAD } from '../../../picture/head.ts'
import { type Scene, sceneOf } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { later } from '../../../state/later.ts'
import { helper } from '../../../state/worker.ts'
import { paneSize } from '../camera/viewer.ts'
import type { BlocksRequest, LayoutRequest } from './layout.worker.ts'

/** A scene, and what the next layout is to remember. */
export interface LaidOut {
  readonly scene: Scene
  readonly memory: LayoutMemory | null
}

/** Whether the graph is laid out in blocks, however large it is. */
export const standsInBlocks = (graph: Graph): boolean => groupingOf(graph) !== null

/** Lays out a large graph in a worker, which takes up the last request only. null where that cannot be done. */
export async function laidOutAway(
  structure: Structure,
  { style, spacing }: Fit,
  memory: LayoutMemory | null,
): Promise<LaidOut | null> {
  const grouping = groupingOf(structure.graph)
  const options = { direction: style.direction, spacing, arrowhead: ARROWHEAD }
  if (grouping) {
    const blocked = blockedOf(structure, grouping, style)
    const { width, height } = paneSize()
    const layout = await answered<BlockLayout>({ blocked, options: { ...options, ratio: width / height } })
    return layout && { scene: blockSceneOf(structure, style, grouping, layout), memory }
  }
  const boxes = boxesOf(structure, style)
  const layout = await answered<Layout>({ boxes, wires: wiresOf(structure), options: { ...options, previous: memory } })
  return layout && { scene: sceneOf(structure, style, layout), memory: layout.memory }
}

/** More nodes are not laid out where no worker runs: the page would halt for too long. */
export const MOST_LAID_OUT_HERE = 2000

const inBlocks = later('What lays out graphs in blocks', () => import('../../../layout/blocks/index.ts'))

async function laidOutHere(request: BlocksRequest | LayoutRequest): Promise<BlockLayout | Layout | null> {
  if ('blocked' in request) return (await inBlocks.ask())?.layOutBlocks(request.blocked, request.options) ?? null
  return request.boxes.length > MOST_LAID_OUT_HERE ? null : layOut(request.boxes, request.wires, request.options)
}

const worker = helper<BlocksRequest | LayoutRequest, BlockLayout | Layout | null>({
  start: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
  instead: {
    sentence: 'The worker that lays out large graphs does not run: the page may halt while they are laid out.',
    answer: laidOutHere,
  },
})

/** null where it cannot be laid out. */
const answered = <Reply extends BlockLayout | Layout>(request: BlocksRequest | LayoutRequest) =>
  worker.ask(request, { turn: 'now' }) as Promise<Reply | null>
