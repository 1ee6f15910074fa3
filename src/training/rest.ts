import { Mulberry } from '../primitives/random.ts'
import { lossAt, type Objective } from './objective.ts'

/** Why a run ends by itself: where the gradient vanishes, or where the loss has come down as good as not at all for long. */
export type Rest =
  | {
      /** What the loss is like around: higher, the same, or lower somewhere. */
      readonly kind: 'minimum' | 'flat' | 'stationary'
      /** Of the gradient. */
      readonly norm: number
    }
  | {
      readonly kind: 'level'
      /** The mean loss over so many updates or epochs is no lower than over as many before. */
      readonly count: number
      readonly by: 'update' | 'epoch'
      readonly loss: number
      readonly norm: number
      /** Whether updates are too small to tell, not too large to come lower. */
      readonly isStill: boolean
    }

/** As good as 0, beside 1 or the largest gradient of the run. */
const VANISHING = 1e-8
/** Where every update takes all samples the loss is exact; mini-batches blur it, and plains on the way are long. */
const EXACT = { by: 'update', count: 200 } as const
const BLURRED = { by: 'epoch', count: 100 } as const
/** What rounding makes of a loss that is the same. */
const ROUNDING = 1e-9

/** Watches a run for the place where it comes to rest. */
export class RestWatch {
  readonly #objective: Objective
  readonly #level: typeof EXACT | typeof BLURRED
  readonly #period: number
  #largest = 1
  /** The norm at which the loss was last looked at all around. */
  #looked = Infinity
  #sum = 0
  #seen = 0
  #before = Infinity
  /** The parameters one update before a period ends. */
  #previous = new Float64Array(0)

  constructor(objective: Objective, takesAll: boolean, perEpoch: number) {
    this.#objective = objective
    this.#level = takesAll ? EXACT : BLURRED
    this.#period = this.#level.count * (takesAll ? 1 : perEpoch)
  }

  /** Of each update, before it is made. */
  at(loss: number, norm: number, parameters: Float64Array, rows: ArrayLike<number>): Rest | null {
    // The norm of a finite gradient can be too large for a number.
    if (norm < Infinity) this.#largest = Math.max(this.#largest, norm)
    const level = this.#levelled(loss, norm, parameters)
    return (this.#level === EXACT ? this.#vanished(norm, parameters, rows) : null) ?? level
  }

  /** A place that a gradient above 0 still leaves downwards is none to rest at. */
  #vanished(norm: number, parameters: Float64Array, rows: ArrayLike<number>): Rest | null {
    if (norm > VANISHING * this.#largest || (norm > 0 && norm > this.#looked / 2)) return null
    this.#looked = norm
    const kind = around(this.#objective, parameters, rows, norm)
    return kind === 'stationary' && norm > 0 ? null : { kind, norm }
  }

  #levelled(loss: number, norm: number, parameters: Float64Array): Rest | null {
    this.#sum += loss
    if (++this.#seen === this.#period - 1) this.#previous = parameters.slice()
    if (this.#seen < this.#period) return null
    const mean = this.#sum / this.#seen
    const isLower = mean < this.#before - ROUNDING * Math.abs(mean)
    this.#before = mean
    this.#sum = this.#seen = 0
    if (isLower) return null
    const isStill = this.#previous.every((x, i) => Math.abs(parameters[i] - x) <= ROUNDING * Math.max(1, Math.abs(x)))
    return { kind: 'level', ...this.#level, loss: mean, norm, isStill }
  }
}

/** How far a look goes along each direction, for numbers of size 1. */
const STEP = 1e-3
/** Directions looked along; with fewer numbers than that, along each of them. */
const DIRECTIONS = 16

/** What the loss is like around a point with (nearly) no gradient, as far as some directions tell. */
function around(
  objective: Objective,
  parameters: Float64Array,
  rows: ArrayLike<number>,
  norm: number,
): 'minimum' | 'flat' | 'stationary' {
  const at = (flat: Float64Array) => lossAt(objective, flat, rows)
  const here = at(parameters)
  let rises = false
  for (const direction of directionsFor(parameters)) {
    const [ahead, behind] = [1, -1].map((sign) => at(parameters.map((x, i) => x + sign * direction[i])))
    const rounding = 1e-13 * (Math.abs(ahead) + Math.abs(behind) + 2 * Math.abs(here))
    const bend = ahead + behind - 2 * here
    if (bend < -rounding || Math.min(ahead, behind) < here - 2 * norm * Math.hypot(...direction) - rounding)
      return 'stationary'
    rises ||= bend > rounding
  }
  return rises ? 'minimum' : 'flat'
}

function directionsFor(parameters: Float64Array): Float64Array[] {
  const scale = parameters.map((x) => STEP * Math.max(1, Math.abs(x)))
  if (parameters.length <= DIRECTIONS)
    return Array.from(scale, (step, i) => new Float64Array(scale.length).fill(step, i, i + 1))
  const random = new Mulberry(1)
  return Array.from({ length: DIRECTIONS }, () => scale.map((step) => step * (2 * random.next() - 1)))
}
