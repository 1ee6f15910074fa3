import type { Graph } from '../../../graph/graph.ts'
import type { BlockLayout } from '../../../layout/blocks/blocked.ts'
import type { Direction, Layout, LayoutMemory } from '../../../layout/layout.ts'
import { boxesOf, wiresOf } from '../boxes.ts'
import { paneSize } from '../camera.ts'
import { ARROWHEAD } from '../head.ts'
import { type Scene, sceneOf } from '../scene.ts'
import type { Structure } from '../structure.ts'
import { blockSceneOf } from './blockScene.ts'
import { blockedOf, groupingOf } from './blocks.ts'
import type { BlocksRequest, LayoutRequest } from './layout.worker.ts'

/** A scene, and what the next layout is to remember. */
export interface LaidOut {
  readonly scene: Scene
  readonly memory: LayoutMemory | null
}

/** Whether the graph is laid out in blocks, however large it is. */
export const standsInBlocks = (graph: Graph): boolean => groupingOf(graph) !== null

let worker: Worker | null = null

/** Lays out a large graph in a worker, which takes up the last request only. */
export async function laidOutAway(
  structure: Structure,
  direction: Direction,
  memory: LayoutMemory | null,
): Promise<LaidOut> {
  // What draws it comes in the meantime.
  void import('../large.tsx')
  const grouping = groupingOf(structure.graph)
  const options = { direction, arrowhead: ARROWHEAD }
  if (grouping) {
    const blocked = blockedOf(structure, grouping, direction)
    const { width, height } = paneSize()
    const layout = await answered<BlockLayout>({ blocked, options: { ...options, ratio: width / height } })
    return { scene: blockSceneOf(structure, grouping, layout), memory }
  }
  const boxes = boxesOf(structure, direction)
  const layout = await answered<Layout>({ boxes, wires: wiresOf(structure), options: { ...options, previous: memory } })
  return { scene: sceneOf(structure, layout), memory: layout.memory }
}

function answered<Reply>(request: BlocksRequest | LayoutRequest): Promise<Reply> {
  worker?.terminate()
  const fresh = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  worker = fresh
  fresh.postMessage(request)
  return new Promise((resolve) => {
    fresh.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data)
  })
}
