import { FRAME } from '../../../layout/frame.ts'
import { type Camera, placeAt } from '../../../picture/camera.ts'
import { type Hull, isTitledRight } from '../../../picture/hulls.ts'
import type { Scene } from '../../../picture/scene.ts'
import { shapeText } from '../../../primitives/shape.ts'
import { paneSize } from '../camera/viewer.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'
import { stubName } from './stubs.ts'

/** Of titles, relative to the size of text, as the room above a hull allows within these bounds. */
const [SMALLEST, LARGEST] = [0.7, 0.9]
/** Relative to that room. */
const PART = 0.8
/** Titles within others have so much room above their hull at least, relative to their size. */
const LEAST_HEAD = 0.75
/** Before a title, and how far a bare name may reach beyond its hull, in px on the screen. */
const INSET = 8
const BEYOND = 16
/** Width of the ground around letters, and the distance between lines, relative to their size. */
const HALO = 0.3
const LINE = 1.4

/**
 * Writes the titles of hulls, in full or the name alone, where they fit; those within others need room above them. They
 * stay in view as long as their hull does.
 */
export function writeTitles(brush: Brush, scene: Scene, camera: Camera, palette: Palette): void {
  const head = FRAME.head * (scene.blocks?.unit ?? 1) * camera.k
  const smallest = SMALLEST * palette.textSize
  const size = Math.min(LARGEST * palette.textSize, Math.max(smallest, PART * head)) / Math.min(1, camera.k)
  brush.font = `600 ${size}px ${palette.text}`
  brush.fillStyle = palette.soft
  brush.strokeStyle = palette.canvas
  brush.lineWidth = HALO * size
  brush.lineJoin = 'round'
  for (const hull of scene.hulls) {
    if (hull.depth > 0 && head < LEAST_HEAD * smallest) continue
    const room = (hull.box.right - hull.box.left) * camera.k
    const widthOf = (text: string) => brush.measureText(text).width * camera.k
    const full = fullTitle(hull)
    const baseline = baselineOf(hull, camera, size)
    if (widthOf(full) + 2 * INSET <= room) {
      const x = startOf(hull, widthOf(full), isTitledRight(scene.style.direction), camera)
      brush.textAlign = 'start'
      write(brush, full, x, baseline)
    } else if (widthOf(hull.name) <= room + 2 * BEYOND) {
      brush.textAlign = 'center'
      write(brush, hull.name, (hull.box.left + hull.box.right) / 2, baseline)
    }
  }
}

/** Writes the names of nodes that are blocks of their own below their tiles. */
export function writeNames(brush: Brush, scene: Scene, camera: Camera, palette: Palette): void {
  const size = (SMALLEST * palette.textSize) / camera.k
  brush.font = `${size}px ${palette.text}`
  brush.fillStyle = palette.soft
  brush.strokeStyle = palette.canvas
  brush.lineWidth = HALO * size
  brush.textAlign = 'center'
  for (const node of scene.blocks?.alone ?? []) {
    const { x, y } = scene.centres[node]
    write(brush, stubName(scene, node), x, y + 1.6 * size)
  }
}

function write(brush: Brush, text: string, x: number, y: number): void {
  brush.strokeText(text, x, y)
  brush.fillText(text, x, y)
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

/** At its corner, or below the titles of the hulls around it at the border of the pane. */
function baselineOf({ corner, box, depth }: Hull, camera: Camera, size: number): number {
  const from = placeAt(camera, { x: 0, y: 0 }).y + depth * LINE * size
  return Math.min(box.bottom, Math.max(corner.y, from) + 1.1 * size)
}
