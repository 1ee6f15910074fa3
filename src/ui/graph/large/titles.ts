import { FRAME } from '../../../layout/frame.ts'
import { shapeText } from '../../../primitives/shape.ts'
import { type Camera, paneSize, placeAt } from '../camera.ts'
import { type Hull, isTitledRight } from '../hulls.ts'
import type { Scene } from '../scene.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'

/** Of titles, in px on the screen: as the room above a hull allows, within these bounds. */
const SMALLEST = 10
const LARGEST = 14
/** In parts of that room. */
const PART = 0.8
/** Before a title, and how far a bare name may reach beyond its hull, in px on the screen. */
const INSET = 8
const BEYOND = 16

/** Writes the titles of hulls, in full or the name alone, where they fit; they stay in view as long as their hull does. */
export function writeTitles(brush: Brush, scene: Scene, camera: Camera, palette: Palette): void {
  const head = FRAME.head * (scene.blocks?.unit ?? 1) * camera.k
  const size = Math.min(LARGEST, Math.max(SMALLEST, PART * head)) / Math.min(1, camera.k)
  brush.font = `600 ${size}px ${palette.text}`
  brush.fillStyle = palette.soft
  for (const hull of scene.hulls) {
    const room = (hull.box.right - hull.box.left) * camera.k
    const widthOf = (text: string) => brush.measureText(text).width * camera.k
    const full = fullTitle(hull)
    const baseline = baselineOf(hull, camera, size)
    if (widthOf(full) + 2 * INSET <= room) {
      const x = startOf(hull, widthOf(full), isTitledRight(scene.direction), camera)
      brush.textAlign = 'start'
      brush.fillText(full, x, baseline)
    } else if (widthOf(hull.name) <= room + 2 * BEYOND) {
      brush.textAlign = 'center'
      brush.fillText(hull.name, (hull.box.left + hull.box.right) / 2, baseline)
    }
  }
}

const fullTitle = ({ name, shape }: Hull): string => (shape?.length ? `${name}  ${shapeText(shape)}` : name)

/** Where a title of such a width begins: at its corner, or at the border of the pane within its hull. */
function startOf({ corner, box }: Hull, width: number, right: boolean, camera: Camera): number {
  const [inset, room] = [INSET / camera.k, (width + INSET) / camera.k]
  const [from, to] = [0, paneSize().width].map((x) => placeAt(camera, { x, y: 0 }).x)
  return right
    ? Math.max(box.left + inset, Math.min(corner.x, to) - room)
    : Math.min(box.right - room, Math.max(corner.x, from) + inset)
}

function baselineOf({ corner, box }: Hull, camera: Camera, size: number): number {
  const from = placeAt(camera, { x: 0, y: 0 }).y
  return Math.min(box.bottom, Math.max(corner.y, from) + 1.1 * size)
}
