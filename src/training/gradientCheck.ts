import { eachPass, gradientOf, lossAt, type Objective } from './objective.ts'
import { entryNames } from './parameters.ts'

/** A gradient entry, by the adjoint pass and by differences of the loss. */
interface CheckedEntry {
  readonly name: string
  readonly adjoint: number
  readonly numeric: number
  /** |adjoint − numeric|, relative to the larger of both. */
  readonly error: number
}

export interface GradientCheck {
  /** Entries compared. */
  readonly checked: number
  /** Entries where the slopes of the loss on both sides differ and the adjoint pass gives one between, as at relu’s kink: nothing to compare. */
  readonly kinks: readonly string[]
  /** The entry with the largest error; null if all are at kinks. */
  readonly worst: CheckedEntry | null
  readonly agrees: boolean
}

/** Entries of a parameter that are compared, spread over it. */
const PER_PARAMETER = 10
/** Central differences are that exact where the loss is smooth. */
const TOLERANCE = 1e-5
/** Times the loss, if that is over 1: smaller gradients drown in its rounding errors, so errors are relative to this at least. */
const FLOOR = 1e-4

/**
 * Holds the gradient of an adjoint pass on these samples against (L(w + h) − L(w − h))/2h, entry by entry. `gradient`
 * is the one to check, if it is another than the adjoint pass gives.
 */
export function checkGradient(
  objective: Objective,
  parameters: Float64Array,
  rows: ArrayLike<number>,
  gradient = gradientOf(objective, [...eachPass(objective, parameters, rows)]),
): GradientCheck {
  const names = entryNames(objective.parameters)
  const at = (flat: Float64Array) => lossAt(objective, flat, rows)
  const kinks: string[] = []
  let worst: CheckedEntry | null = null
  const entries = objective.parameters.flatMap(({ from, to }) => spreadOver(from, to))
  for (const entry of entries) {
    const { loss, left, right, numeric } = slopes(at, parameters, entry)
    const scale = Math.max(Math.abs(gradient[entry]), Math.abs(numeric), FLOOR * Math.max(1, Math.abs(loss)))
    const error = Math.abs(gradient[entry] - numeric) / scale
    const slack = TOLERANCE * scale
    const isBetween = gradient[entry] > Math.min(left, right) - slack && gradient[entry] < Math.max(left, right) + slack
    if (error >= TOLERANCE && isBetween) kinks.push(names[entry])
    else if (!worst || !(error <= worst.error)) worst = { name: names[entry], adjoint: gradient[entry], numeric, error }
  }
  return { checked: entries.length - kinks.length, kinks, worst, agrees: !worst || worst.error < TOLERANCE }
}

/** The slopes of the loss along one entry: on its left, on its right, and across both. */
function slopes(lossOf: (flat: Float64Array) => number, parameters: Float64Array, entry: number) {
  const moved = parameters.slice()
  const x = parameters[entry]
  // Balances the error of the difference, h², against that of rounding, ε/h.
  const h = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x))
  const at = (value: number) => {
    moved[entry] = value
    return { x: value, loss: lossOf(moved) }
  }
  const [below, here, above] = [at(x - h), at(x), at(x + h)]
  const slope = (from: typeof here, to: typeof here) => (to.loss - from.loss) / (to.x - from.x)
  return { loss: here.loss, left: slope(below, here), right: slope(here, above), numeric: slope(below, above) }
}

function spreadOver(from: number, to: number): number[] {
  const count = Math.min(PER_PARAMETER, to - from)
  return Array.from({ length: count }, (_, i) => from + Math.floor((i * (to - from)) / count))
}
