import type { Point } from '../../../layout/layout.ts'
import type { Size } from '../../../picture/camera.ts'

/** How far the magnifier stands off the middle of a small node and the border of a large one, in px, so that both are seen. */
const OFF = 16
const OFF_BORDER = 4
const MARGIN = 4

/** Where the magnifier stands: right of its node and above, or left of it where the pane ends; null where the node is out of sight. */
export function placeBeside(
  node: Point,
  { offsetWidth: width, offsetHeight: height }: Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>,
  pane: Size,
  half: Point = { x: 0, y: 0 },
): Point | null {
  if (node.x < 0 || node.y < 0 || node.x > pane.width || node.y > pane.height) return null
  const [across, up] = [half.x, half.y].map((extent) => Math.max(OFF, extent + OFF_BORDER))
  const right = node.x + across
  const x = right + width + MARGIN > pane.width ? node.x - across - width : right
  return { x: within(x, width, pane.width), y: within(node.y - up - height, height, pane.height) }
}

const within = (at: number, extent: number, pane: number) => Math.max(MARGIN, Math.min(at, pane - extent - MARGIN))
