import { quadtree } from 'd3'
import type { NodeIndex } from '../../../graph/graph.ts'
import { placeAt } from '../../../picture/camera.ts'
import type { Scene } from '../../../picture/scene.ts'
import { cameraNow } from '../camera/viewer.ts'

/** Least radius of a target on the screen in px. */
const LEAST_TARGET = 12

/** Finds the node under the pointer, or the node that a button of the list stands for. */
export function canvasTargets(group: HTMLElement, { structure, centres, anatomies }: Scene) {
  const { figures, nodeOf } = structure
  const tree = quadtree<number>(
    figures.map(({ node }) => node),
    (node) => centres[node].x,
    (node) => centres[node].y,
  )
  const radius = anatomies.reduce((most, { half }) => Math.max(most, half.x), 0)
  return (event: Event): NodeIndex | null => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-id]') : null
    if (button) return nodeOf.get(Number(button.dataset.id)) ?? null
    if (!(event instanceof MouseEvent)) return null
    const { left, top } = group.getBoundingClientRect()
    const camera = cameraNow()
    const { x, y } = placeAt(camera, { x: event.clientX - left, y: event.clientY - top })
    return tree.find(x, y, Math.max(radius, LEAST_TARGET / camera.k)) ?? null
  }
}
