import type { Point } from '../../../layout/layout.ts'
import type { Size } from '../../../picture/camera.ts'

/** How far the glass stands off its node in px, so that node and edges are seen. */
const OFF = 16
const MARGIN = 4

/** Where a glass stands: right of its node and above, or left of it where the pane ends; null where the node is out of sight. */
export function placeBeside(
  node: Point,
  { offsetWidth: width, offsetHeight: height }: Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>,
  pane: Size,
): Point | null {
  if (node.x < 0 || node.y < 0 || node.x > pane.width || node.y > pane.height) return null
  const right = node.x + OFF
  const x = right + width + MARGIN > pane.width ? node.x - OFF - width : right
  return { x: within(x, width, pane.width), y: within(node.y - OFF - height, height, pane.height) }
}

const within = (at: number, extent: number, pane: number) => Math.max(MARGIN, Math.min(at, pane - extent - MARGIN))
