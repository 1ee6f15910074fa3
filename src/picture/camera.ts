import type { Area, Point } from '../layout/layout.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is seen of a picture. */
export interface Pane extends Size {
  /** The scale at which the least text of a picture has its reading size: 100 %. */
  readonly reading: number
}

/** The place (a, b) of the picture is seen at (x + k·a, y + k·b) of the pane. */
export interface Camera extends Point {
  readonly k: number
}

/** Room around the fitted picture in px: less in low panes. */
const MARGIN = 12
const NARROW_MARGIN = 6
const HIGH = 320
/** How far fit enlarges a small graph beyond its reading size. */
const MOST_ENLARGED = 1.7
export const EXTENT: readonly [number, number] = [0.002, 12]

/** Where a place of the picture is seen in the pane. */
export const seenAt = ({ k, x, y }: Camera, place: Point): Point => ({ x: x + k * place.x, y: y + k * place.y })
/** The place of the picture that is seen there in the pane. */
export const placeAt = ({ k, x, y }: Camera, seen: Point): Point => ({ x: (seen.x - x) / k, y: (seen.y - y) / k })

export const marginOf = ({ height }: Size) => (height < HIGH ? NARROW_MARGIN : MARGIN)

/** How much a pane enlarges a picture that fits it. */
export function fittingScale(world: Size, pane: Pane): number {
  const margins = 2 * marginOf(pane)
  const across = (pane.width - margins) / Math.max(1, world.width)
  const down = (pane.height - margins) / Math.max(1, world.height)
  return Math.max(EXTENT[0], Math.min(across, down, MOST_ENLARGED * pane.reading))
}

/** The whole picture, in the middle. */
export function fittingCamera(world: Size, pane: Pane): Camera {
  const k = fittingScale(world, pane)
  return { k, x: (pane.width - world.width * k) / 2, y: (pane.height - world.height * k) / 2 }
}

/** Whether a pane shows all of the area at that scale. */
export const hasRoomFor = ({ k }: Camera, { left, top, right, bottom }: Area, pane: Size): boolean =>
  k * (right - left) + 2 * marginOf(pane) <= pane.width && k * (bottom - top) + 2 * marginOf(pane) <= pane.height

/** How much of the pane around its middle counts as near the middle. */
const NEAR = 0.7

/** The camera moved so that the area is in the middle; itself where it is near the middle already, so that few steps move it. */
export function showing(camera: Camera, area: Area, pane: Size): Camera {
  const x = shifted(camera.x, camera.k, area.left, area.right, pane.width)
  const y = shifted(camera.y, camera.k, area.top, area.bottom, pane.height)
  return x === camera.x && y === camera.y ? camera : { k: camera.k, x, y }
}

function shifted(at: number, k: number, from: number, to: number, room: number): number {
  const centred = (room - k * (from + to)) / 2
  return Math.abs(at - centred) + (k * (to - from)) / 2 > (NEAR * room) / 2 ? centred : at
}

/** The camera moved so that no more stands empty beside the picture than must. */
export function within(camera: Camera, world: Size, pane: Size): Camera {
  const margin = marginOf(pane)
  const axis = (at: number, extent: number, room: number) =>
    extent + 2 * margin <= room ? (room - extent) / 2 : Math.min(margin, Math.max(room - margin - extent, at))
  return {
    k: camera.k,
    x: axis(camera.x, camera.k * world.width, pane.width),
    y: axis(camera.y, camera.k * world.height, pane.height),
  }
}
