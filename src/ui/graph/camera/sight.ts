import { least } from 'd3'
import type { Point } from '../../../layout/layout.ts'
import { nodeName, nodeNamed } from '../../../notation/symbols.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import type { Sight } from '../../../state/choices/drawing.ts'
import { settled } from '../../../state/settled.ts'
import { change, now, useGradual } from '../../../state/store.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from './viewer.ts'

/** Milliseconds for which the picture rests before it is said what is seen of it. */
const REST = 150

/** The picture of the graph at hand; null where it is not there yet. */
function currentScene(): Scene | null {
  const { scene } = useArrangement.getState()
  const { graph } = now().compilation
  return scene && graph && isStructureOf(scene.structure, graph) ? scene : null
}

/** The name of the node nearest to a place of the picture. */
export function nameNear({ x, y }: Point): string | null {
  const scene = currentScene()
  if (!scene) return null
  const { graph, nodes } = scene.structure
  const named = nodes.filter((node) => nodeName(graph, node) !== null)
  const nearest = least(named, (node) => Math.hypot(scene.centres[node].x - x, scene.centres[node].y - y))
  return nearest === undefined ? null : nodeName(graph, nearest)
}

function seen(): Sight | null {
  if (!graphViewer.isOwn()) return null
  return { zoom: Number(graphViewer.zoom().toPrecision(3)), at: nameNear(graphViewer.middle()) }
}

/** Shows the picture so large, around a node. */
export function see({ zoom, at }: Sight): void {
  const scene = currentScene()
  if (!scene) return
  const node = at === null ? undefined : nodeNamed(scene.structure.graph, at)
  graphViewer.see(zoom, node === undefined ? graphViewer.middle() : scene.centres[node])
}

function isSeen(sight: Sight | null): boolean {
  const own = seen()
  return own?.zoom === sight?.zoom && own?.at === sight?.at
}

/**
 * Keeps in the state what the user sees of the graph, and shows what a link asks for: again where the picture is drawn anew,
 * until the user moves on. Ends when called.
 */
export function keepSight(): () => void {
  let asked = now().sight
  if (asked) see(asked)
  const keep = () => {
    if (!currentScene() || isSeen(now().sight)) return
    asked = null
    change({ sight: seen() })
  }
  const keeping = settled(keep, REST)
  const stops = [
    keeping.stop,
    graphViewer.onCamera(keeping.soon),
    useGradual.subscribe(({ sight, position }, before) => {
      if (position !== before.position) asked = null
      if (sight === before.sight) return
      if (currentScene() && isSeen(sight)) return
      asked = sight
      if (sight) see(sight)
      else graphViewer.release()
    }),
    // Once the viewer knows the picture too.
    useArrangement.subscribe(() => queueMicrotask(() => asked && see(asked))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
