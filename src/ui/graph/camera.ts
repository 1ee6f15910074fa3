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

/** Where a place of the picture is seen in the pane. */
export const seenAt = ({ k, x, y }: Camera, place: Point): Point => ({ x: x + k * place.x, y: y + k * place.y })
/** The place of the picture that is seen there in the pane. */
export const placeAt = ({ k, x, y }: Camera, seen: Point): Point => ({ x: (seen.x - x) / k, y: (seen.y - y) / k })

const marginOf = ({ height }: Size) => (height < HIGH ? NARROW_MARGIN : MARGIN)
const footOf = (pane: Pane) => Math.max(marginOf(pane), pane.height < HIGH ? 0 : pane.foot)

/** How much a pane enlarges a world that fits it. */
export function fittingScale(world: Size, pane: Pane): number {
  const across = (pane.width - 2 * marginOf(pane)) / Math.max(1, world.width)
  const down = (pane.height - marginOf(pane) - footOf(pane)) / Math.max(1, world.height)
  return Math.max(EXTENT[0], Math.min(across, down, MOST_ENLARGED))
}

function fitting(world: World, pane: Pane): Camera {
  const scale = fittingScale(world, pane)
  // In the middle stands what is there from the start, as far as the margins allow.
  const spare = Math.max(0, pane.width - world.width * scale - 2 * marginOf(pane))
  const x = (pane.width - world.width * scale + Math.min(spare, world.aside * scale)) / 2
  const y = (pane.height - world.height * scale + marginOf(pane) - footOf(pane)) / 2
  return { k: scale, x, y }
}

/** What panes of one size look at one picture through: its camera, and what moves it. */
export class Viewer {
  #camera: Camera = { k: 1, x: 0, y: 0 }
  #pane: Pane = { width: 0, height: 0, foot: 0 }
  #world: World = { width: 0, height: 0, aside: 0 }
  /** The user has chosen a view: nothing fits by itself until they ask for it. */
  #chosen = false
  #end = () => {}
  readonly #listeners = new Set<(camera: Camera) => void>()

  readonly camera = () => this.#camera
  readonly pane = () => this.#pane

  readonly onCamera = (listener: (camera: Camera) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Shows the whole picture, and keeps showing it as picture and pane change. */
  readonly fit = (): void => {
    this.#chosen = false
    this.#glide(fitting(this.#world, this.#pane))
  }

  /** Enlarges by a factor around the middle of the pane. */
  readonly zoomBy = (factor: number): void => {
    this.#chosen = true
    const { width, height } = this.#pane
    const scale = Math.min(EXTENT[1], Math.max(EXTENT[0], this.#camera.k * factor))
    this.#glide(this.#centredOn(placeAt(this.#camera, { x: width / 2, y: height / 2 }), scale))
  }

  readonly actualSize = (): void => this.zoomBy(1 / this.#camera.k)

  /** Brings a place into view if it is outside; what is fitted is in view, or will be. */
  readonly reveal = (place: Point): void => {
    if (!this.#chosen) return
    const { width, height } = this.#pane
    const { x, y } = seenAt(this.#camera, place)
    const inside = x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN
    if (!inside) this.#glide(this.#centredOn(place, this.#camera.k))
  }

  /** The picture’s size has changed. The first picture is there at once, later ones are glided to. */
  readonly setWorld = (size: World): void => {
    const first = this.#world.width === 0
    this.#world = size
    if (this.#chosen || this.#pane.width === 0) return
    if (first) this.#look(fitting(size, this.#pane))
    else this.#glide(fitting(size, this.#pane))
  }

  readonly setPane = (size: Pane): void => {
    const { width, height, foot } = this.#pane
    if (size.width === width && size.height === height && size.foot === foot) return
    this.#pane = size
    this.#end()
    if (!this.#chosen) this.#look(fitting(this.#world, size))
  }

  /** A gesture of the user's begins: what glides stops. */
  readonly hold = (): void => this.#end()

  /** The user looks elsewhere. */
  readonly lookAt = (at: Camera): void => {
    this.#chosen = true
    this.#look(at)
  }

  #look(at: Camera): void {
    this.#camera = at
    for (const listener of this.#listeners) listener(at)
  }

  #glide(to: Camera): void {
    this.#end()
    const { k, x, y } = this.#camera
    if (k === to.k && x === to.x && y === to.y) return
    this.#end = tween((t) => this.#look({ k: k + (to.k - k) * t, x: x + (to.x - x) * t, y: y + (to.y - y) * t }))
  }

  #centredOn({ x, y }: Point, k: number): Camera {
    const { width, height } = this.#pane
    return { k, x: width / 2 - x * k, y: height / 2 - y * k }
  }
}

/** Both panes of the graph look through this one. */
export const graphViewer = new Viewer()
export const { camera: cameraNow, pane: paneSize, onCamera, reveal, setWorld } = graphViewer
