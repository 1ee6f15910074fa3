import { isProblem } from './binding.ts'
import { learntRows } from './objective.ts'
import { spread } from './picture.ts'
import { hasSurface, type LossSurface, lossSurface } from './surface.ts'
import type { Task } from './task.ts'
import type { Training } from './training.ts'

/** Points along an axis: so many at most, fewer where there are many samples. */
const FINEST = 41
const COARSEST = 9
const MOST_SAMPLES = 1e6
/** How far the surface reaches from the first parameters at least, and at most. */
const NEAR = 2
const FAR = 1e4

/** The part of the loss surface that is shown: around the way so far. It grows when the parameters leave it. */
export class SurfaceView {
  readonly #task: Task
  readonly #least: number[]
  readonly #most: number[]
  #isFresh = true

  private constructor(task: Task, parameters: Float64Array) {
    this.#task = task
    this.#least = [...parameters].map((x) => x - NEAR)
    this.#most = [...parameters].map((x) => x + NEAR)
  }

  /** Null where the parameters are more than two numbers. */
  static of({ objective, parameters }: Training): SurfaceView | null {
    return hasSurface(objective) ? new SurfaceView(objective.task, parameters) : null
  }

  /** The surface, if it has to be drawn anew for these parameters. */
  changed(parameters: Float64Array): LossSurface | null {
    for (const [i, x] of parameters.entries()) this.#reach(x, i)
    if (!this.#isFresh) return null
    this.#isFresh = false
    const samples = learntRows(this.#task).length
    const affordable = Math.floor((MOST_SAMPLES / samples) ** (1 / this.#least.length))
    const count = Math.max(COARSEST, Math.min(FINEST, affordable))
    const surface = lossSurface(
      this.#task,
      this.#least.map((least, i) => spread(least, this.#most[i], count)),
    )
    return isProblem(surface) ? null : surface
  }

  #reach(x: number, i: number): void {
    if (!(Math.abs(x) < FAR) || (x >= this.#least[i] && x <= this.#most[i])) return
    const extent = this.#most[i] - this.#least[i]
    if (x < this.#least[i]) this.#least[i] = x - extent / 2
    else this.#most[i] = x + extent / 2
    this.#isFresh = true
  }
}
