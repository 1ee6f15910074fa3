import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3'
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

/** Room around the fitted picture in px: less in low panes; in high ones, the foot below it for the camera's buttons. */
const MARGIN = 16
const NARROW_MARGIN = 6
const HIGH = 320
/** How far fit enlarges a small graph. */
const MOST_ENLARGED = 1.7
const EXTENT: [number, number] = [0.002, 8]

/** Both panes look through this one camera. */
let camera: ZoomTransform = zoomIdentity
let pane: Pane = { width: 0, height: 0, foot: 0 }
let world: World = { width: 0, height: 0, aside: 0 }
/** The user has chosen a view: nothing fits by itself until they ask for it. */
let chosen = false
let end = () => {}

const listeners = new Set<(camera: ZoomTransform) => void>()

export const cameraNow = () => camera
export const paneSize = () => pane

export function onCamera(listener: (camera: ZoomTransform) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function look(at: ZoomTransform): void {
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

function fitting(): ZoomTransform {
  const scale = fittingScale(world, pane)
  // In the middle stands what is there from the start, as far as the margins allow.
  const spare = Math.max(0, pane.width - world.width * scale - 2 * marginOf(pane))
  const x = (pane.width - world.width * scale + Math.min(spare, world.aside * scale)) / 2
  const y = (pane.height - world.height * scale + marginOf(pane) - footOf(pane)) / 2
  return zoomIdentity.translate(x, y).scale(scale)
}

function glide(to: ZoomTransform): void {
  end()
  const { k, x, y } = camera
  if (k === to.k && x === to.x && y === to.y) return
  end = tween((t) => look(zoomIdentity.translate(x + (to.x - x) * t, y + (to.y - y) * t).scale(k + (to.k - k) * t)))
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
  const [x, y] = camera.invert([pane.width / 2, pane.height / 2])
  glide(centredOn({ x, y }, scale))
}

export const actualSize = () => zoomBy(1 / camera.k)

const centredOn = ({ x, y }: Point, scale: number) =>
  zoomIdentity.translate(pane.width / 2 - x * scale, pane.height / 2 - y * scale).scale(scale)

/** Brings a place into view if it is outside; what is fitted is in view, or will be. */
export function reveal(place: Point): void {
  if (!chosen) return
  const [x, y] = camera.apply([place.x, place.y])
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

/** Lets the pointer drag and zoom this element's view of the graph. */
export function attachCamera(element: HTMLElement): () => void {
  const moving = (on: boolean) => element.classList.toggle('moving', on)
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(EXTENT)
    .clickDistance(4)
    .on('start', (event) => event.sourceEvent && moving(true))
    .on('end', () => moving(false))
    .on('zoom', (event) => {
      if (!event.sourceEvent) return
      chosen = true
      look(event.transform)
    })
  const selection = select(element).call(behaviour).on('dblclick.zoom', null)
  for (const gesture of ['pointerdown', 'wheel'])
    element.addEventListener(gesture, () => end(), { capture: true, passive: true })
  const follow = (at: ZoomTransform) => selection.property('__zoom', at)
  follow(camera)
  const stop = onCamera(follow)
  return () => {
    stop()
    selection.on('.zoom', null)
  }
}
