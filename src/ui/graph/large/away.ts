import type { Graph } from '../../../graph/graph.ts'
import type { BlockLayout } from '../../../layout/blocks/blocked.ts'
import type { Layout, LayoutMemory } from '../../../layout/layout.ts'
import { blockSceneOf } from '../../../picture/blockScene.ts'
import { blockedOf, groupingOf } from '../../../picture/blocks.ts'
import { boxesOf, wiresOf } from '../../../picture/boxes.ts'
import type { Fit } from '../../../picture/fitting.ts'
import { ARROWHEAD } from '../../../picture/head.ts'
import { type Scene, sceneOf } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { paneSize } from '../viewer.ts'
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
  { style, spacing }: Fit,
  memory: LayoutMemory | null,
): Promise<LaidOut> {
  // What draws it comes in the meantime.
  void import('../large.tsx')
  const grouping = groupingOf(structure.graph)
  const options = { direction: style.direction, spacing, arrowhead: ARROWHEAD }
  if (grouping) {
    const blocked = blockedOf(structure, grouping, style)
    const { width, height } = paneSize()
    const layout = await answered<BlockLayout>({ blocked, options: { ...options, ratio: width / height } })
    return { scene: blockSceneOf(structure, style, grouping, layout), memory }
  }
  const boxes = boxesOf(structure, style)
  const layout = await answered<Layout>({ boxes, wires: wiresOf(structure), options: { ...options, previous: memory } })
  return { scene: sceneOf(structure, style, layout), memory: layout.memory }
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
