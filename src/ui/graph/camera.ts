import type { Point } from '../../layout/layout.ts'
import { tween } from './tween.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is seen of a picture, and how much of its height at the bottom stays empty. */
export interface Pane extends Size {
  readonly foot: number
}

/** A picture, and how much of its width at the right stands empty at first. */
export interface World extends Size {
  readonly aside: number
}

/** The place (a, b) of the picture is seen at (x + k·a, y + k·b) of the pane. */
export interface Camera extends Point {
  readonly k: number
}

/** Room around the fitted picture in px: less in low panes; in high ones, the foot below it for the camera's buttons. */
const MARGIN = 16
const NARROW_MARGIN = 6
const HIGH = 320
/** How far fit enlarges a small graph. */
const MOST_ENLARGED = 1.7
export const EXTENT: [number, number] = [0.002, 8]

/** Both panes look through this one camera. */
let camera: Camera = { k: 1, x: 0, y: 0 }
let pane: Pane = { width: 0, height: 0, foot: 0 }
let world: World = { width: 0, height: 0, aside: 0 }
/** The user has chosen a view: nothing fits by itself until they ask for it. */
let chosen = false
let end = () => {}

const listeners = new Set<(camera: Camera) => void>()

export const cameraNow = () => camera
export const paneSize = () => pane

export function onCamera(listener: (camera: Camera) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where a place of the picture is seen in the pane. */
export const seenAt = ({ k, x, y }: Camera, place: Point): Point => ({ x: x + k * place.x, y: y + k * place.y })
/** The place of the picture that is seen there in the pane. */
export const placeAt = ({ k, x, y }: Camera, seen: Point): Point => ({ x: (seen.x - x) / k, y: (seen.y - y) / k })

function look(at: Camera): void {
  camera = at
  for (const listener of listeners) listener(at)
}

const marginOf = ({ height }: Size) => (height < HIGH ? NARROW_MARGIN : MARGIN)
const footOf = (pane: Pane) => Math.max(marginOf(pane), pane.height < HIGH ? 0 : pane.foot)

/** How much a pane enlarges a world that fits it. */
export function fittingScale(world: Size, pane: Pane): number {
  const across = (pane.width - 2 * marginOf(pane)) / Math.max(1, world.width)
  const down = (pane.height - marginOf(pane) - footOf(pane)) / Math.max(1, world.height)
  return Math.max(EXTENT[0], Math.min(across, down, MOST_ENLARGED))
}

function fitting(): Camera {
  const scale = fittingScale(world, pane)
  // In the middle stands what is there from the start, as far as the margins allow.
  const spare = Math.max(0, pane.width - world.width * scale - 2 * marginOf(pane))
  const x = (pane.width - world.width * scale + Math.min(spare, world.aside * scale)) / 2
  const y = (pane.height - world.height * scale + marginOf(pane) - footOf(pane)) / 2
  return { k: scale, x, y }
}

function glide(to: Camera): void {
  end()
  const { k, x, y } = camera
  if (k === to.k && x === to.x && y === to.y) return
  end = tween((t) => look({ k: k + (to.k - k) * t, x: x + (to.x - x) * t, y: y + (to.y - y) * t }))
}

/** Shows the whole graph, and keeps showing it as graph and pane change. */
export function fit(): void {
  chosen = false
  glide(fitting())
}

/** Enlarges by a factor around the middle of the pane. */
export function zoomBy(factor: number): void {
  chosen = true
  const scale = Math.min(EXTENT[1], Math.max(EXTENT[0], camera.k * factor))
  glide(centredOn(placeAt(camera, { x: pane.width / 2, y: pane.height / 2 }), scale))
}

export const actualSize = () => zoomBy(1 / camera.k)

const centredOn = ({ x, y }: Point, k: number): Camera => ({ k, x: pane.width / 2 - x * k, y: pane.height / 2 - y * k })

/** Brings a place into view if it is outside; what is fitted is in view, or will be. */
export function reveal(place: Point): void {
  if (!chosen) return
  const { x, y } = seenAt(camera, place)
  const inside = x > MARGIN && y > MARGIN && x < pane.width - MARGIN && y < pane.height - MARGIN
  if (!inside) glide(centredOn(place, camera.k))
}

/** The graph's size has changed. The first graph is there at once, later ones are glided to. */
export function setWorld(size: World): void {
  const first = world.width === 0
  world = size
  if (chosen || pane.width === 0) return
  if (first) look(fitting())
  else glide(fitting())
}

export function setPane(size: Pane): void {
  if (size.width === pane.width && size.height === pane.height && size.foot === pane.foot) return
  pane = size
  end()
  if (!chosen) look(fitting())
}

/** A gesture of the user's begins: what glides stops. */
export const hold = (): void => end()

/** The user looks elsewhere. */
export function lookAt(at: Camera): void {
  chosen = true
  look(at)
}
