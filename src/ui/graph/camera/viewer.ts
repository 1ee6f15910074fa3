import type { Area, Point } from '../../../layout/layout.ts'
import {
  type Camera,
  EXTENT,
  fittingCamera,
  fittingScale,
  hasRoomFor,
  type Pane,
  placeAt,
  type Size,
  showing,
  within,
} from '../../../picture/camera.ts'
import { tween } from './tween.ts'

/** A picture, and the scale at which it can be read where text has its usual size: 0 if it is always shown whole. */
export interface World extends Size {
  readonly legible: number
}

/** Who decides what is seen: the picture as it fits or follows, the user who asked for all of it, or who moved it. */
type Choice = 'none' | 'whole' | 'own'

/** What panes of one size look at one picture through: its camera, and what moves it. */
export class Viewer {
  #camera: Camera = { k: 1, x: 0, y: 0 }
  #pane: Pane = { width: 0, height: 0, reading: 1 }
  #world: World = { width: 0, height: 0, legible: 0 }
  #choice: Choice = 'none'
  /** What should be seen where not all can be, the widest first. */
  #focus: readonly Area[] = []
  /** What stays in the middle of panes of other sizes, where the user chose so. */
  #place: Point | null = null
  #end = () => {}
  readonly #listeners = new Set<(camera: Camera) => void>()

  readonly camera = () => this.#camera
  readonly pane = () => this.#pane
  readonly world = () => this.#world

  /** Zoom relative to the reading size. */
  readonly zoom = (): number => this.#camera.k / this.#readingScale()

  /** Whether a part of the picture is seen, which goes along with the focus. */
  readonly isPart = (): boolean => {
    const { k } = this.#camera
    return k > fittingScale(this.#world, this.#pane) * 1.001
  }

  readonly onCamera = (listener: (camera: Camera) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether the user moved the picture. */
  readonly isOwn = (): boolean => this.#choice === 'own'

  /** The place of the picture in the middle of the pane. */
  readonly middle = (): Point => placeAt(this.#camera, { x: this.#pane.width / 2, y: this.#pane.height / 2 })

  /** Shows the whole picture, and keeps showing it as picture and pane change. */
  readonly fit = (): void => this.#leave('whole')

  /** What is seen is left to the picture, as at first. */
  readonly release = (): void => this.#leave('none')

  /** Enlarges by a factor around the middle of the pane. */
  readonly zoomBy = (factor: number): void => this.see(this.zoom() * factor, this.middle())

  /** Reading size, around what is at hand. */
  readonly actualSize = (): void => this.see(1, this.#focus.length > 0 ? middleOf(this.#heart()) : this.middle())

  /** Enlarges so far, relative to the reading size, around a place of the picture, as if the user had moved there. */
  readonly see = (zoom: number, place: Point): void => {
    this.#choice = 'own'
    this.#place = place
    const k = zoom * this.#readingScale()
    this.#glide(this.#centredOn(place, Math.min(EXTENT[1], Math.max(EXTENT[0], k))))
  }

  /**
   * Brings an area into view as far as the camera shows only a part; in what is fitted it is in view. Of several it is the
   * first that the pane has room for.
   */
  readonly focusOn = (...areas: readonly Area[]): void => {
    this.#focus = areas
    if (this.#choice === 'whole' || this.#pane.width === 0) return
    const to = this.#atFocus(this.#target)
    if (to !== this.#target) this.#place = null
    this.#glide(to)
  }

  /** The picture’s size has changed. The first picture is there at once, later ones are glided to. */
  readonly setWorld = (world: World): void => {
    const first = this.#world.width === 0
    this.#world = world
    if (this.#choice === 'own' || this.#pane.width === 0) return
    if (first) this.#look(this.#home())
    else this.#glide(this.#home())
  }

  readonly setPane = (pane: Pane): void => {
    const { width, height, reading } = this.#pane
    if (pane.width === width && pane.height === height && pane.reading === reading) return
    this.#pane = pane
    this.#end()
    if (this.#choice !== 'own') this.#look(this.#home())
    else if (this.#place) this.#look(this.#centredOn(this.#place, this.#target.k))
  }

  /** A gesture of the user's begins: what glides stops. */
  readonly hold = (): void => this.#end()

  /** The user looks elsewhere. */
  readonly lookAt = (at: Camera): void => {
    this.#choice = 'own'
    this.#place = null
    this.#look(at)
  }

  /** Centres a place of the picture. */
  readonly centre = (place: Point): void => this.see(this.zoom(), place)

  /** Centres what is seen at a place of the pane, where not all is in view. */
  readonly centreAt = (seen: Point): void => {
    if (this.isPart()) this.centre(placeAt(this.#camera, seen))
  }

  /** What is seen while the user does not decide: all of it, or at reading size the part with the focus. */
  #home(): Camera {
    const legible = this.#world.legible * this.#pane.reading
    const whole = fittingCamera(this.#world, this.#pane)
    if (this.#choice === 'whole' || whole.k >= legible) return whole
    const from = this.#camera.k === legible ? this.#camera : this.#centredOn(middleOf(this.#heart()), legible)
    return this.#atFocus(from)
  }

  /** The camera moved to where the focus is seen. */
  #atFocus(camera: Camera): Camera {
    const area = this.#focus.find((each) => hasRoomFor(camera, each, this.#pane)) ?? this.#focus.at(-1)
    const seen = area ? showing(camera, area, this.#pane) : camera
    return this.#choice === 'own' ? seen : within(seen, this.#world, this.#pane)
  }

  /** What is most to be seen: in the beginning, where the graph begins. */
  readonly #heart = (): Area => this.#focus.at(-1) ?? start(this.#world)

  #leave(choice: Choice): void {
    this.#choice = choice
    this.#glide(this.#home())
  }

  #readingScale(): number {
    return (this.#world.legible || 1) * this.#pane.reading
  }

  #look(at: Camera): void {
    this.#camera = at
    this.#target = at
    for (const listener of this.#listeners) listener(at)
  }

  /** Where the camera is going. */
  #target: Camera = this.#camera

  #glide(to: Camera): void {
    this.#end()
    const { k, x, y } = this.#camera
    this.#target = to
    if (k === to.k && x === to.x && y === to.y) return
    this.#end = tween((t) => {
      this.#camera = { k: k + (to.k - k) * t, x: x + (to.x - x) * t, y: y + (to.y - y) * t }
      for (const listener of this.#listeners) listener(this.#camera)
    })
  }

  #centredOn({ x, y }: Point, k: number): Camera {
    const { width, height } = this.#pane
    return { k, x: width / 2 - x * k, y: height / 2 - y * k }
  }
}

const middleOf = ({ left, top, right, bottom }: Area): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 })
const start = ({ height }: Size): Area => ({ left: 0, right: 0, top: height / 2, bottom: height / 2 })

/** Both panes of the graph look through this one. */
export const graphViewer = new Viewer()
export const { camera: cameraNow, pane: paneSize, onCamera, setWorld } = graphViewer
