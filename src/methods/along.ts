import type { Primal } from '../autodiff/pass.ts'
import { begin, evaluateAll } from '../autodiff/primal.ts'
import { type Seed, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import { withCutsHeld } from './heldCuts.ts'

/** From the first to the last value of an input that is drawn. */
export type Range = readonly [least: number, most: number]

/** An output along one input, and its tangent line at the point. */
export interface SlopeCurve {
  readonly xs: readonly number[]
  /** NaN where the output is not defined: gaps of the line. */
  readonly ys: readonly number[]
  /** The line y + slope·(x′ − x). */
  readonly tangent: { readonly x: number; readonly y: number; readonly slope: number }
}

/** An output along two inputs, for contours, and its gradient at the point. */
export interface Field {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Row by row, a row for each y; NaN where the output is not defined. */
  readonly values: Float64Array
  readonly at: readonly [x: number, y: number]
  readonly value: number
  readonly gradient: readonly [byX: number, byY: number]
}

/** Nodes that are computed for one picture, so that it never takes long. */
const MOST_WORK = 1_000_000
const SAMPLES = 201
const PROBES = 33
const SIDE = 41
/** Half-widths of a range that are tried, relative to the input’s magnitude. */
const WIDTHS = [2, 1, 0.5, 0.2, 0.1, 0.05]
/** How far the values of a range may spread beyond their middle half: more, and a pole hides all else. */
const MOST_SPREAD = 12

/** The output as a function of entries of inputs, with what is cut held at its value. */
function evaluator(pass: Primal, inputs: readonly Seed[], output: Seed): (...at: number[]) => number {
  const { graph, values } = pass
  const places = inputs.map(({ node, entry }) => graph.offset[node] + entry)
  const place = graph.offset[output.node] + output.entry
  // Where no input acts there are no partials to compute.
  const moved = begin({ ...withCutsHeld(pass), varied: new Uint8Array(graph.size) }, values.slice())
  return (...at) => {
    for (const [i, x] of at.entries()) moved.values[places[i]] = x
    evaluateAll(moved)
    return Number.isFinite(moved.values[place]) ? moved.values[place] : Number.NaN
  }
}

const entryAt = ({ graph }: Primal, numbers: Float64Array, { node, entry }: Seed): number =>
  numbers[graph.offset[node] + entry]

const derivative = (pass: Primal, input: Seed, output: Seed): number =>
  entryAt(pass, tangent(pass, unitSeed(pass.graph, input)).numbers, output)

/** So many values, or fewer where each takes long. */
const affordable = ({ graph }: Primal, wanted: number, least: number): number =>
  Math.max(least, Math.min(wanted, Math.floor(MOST_WORK / Math.max(graph.size, graph.offset[graph.size]))))

const spaced = ([least, most]: Range, count: number): number[] =>
  Array.from({ length: count }, (_, i) => least + ((most - least) * i) / (count - 1))

/** The widest range around the value at the point over which a pole does not hide all else. */
export function rangeAround(pass: Primal, input: Seed, output: Seed): Range {
  const x = entryAt(pass, pass.values, input)
  const evaluate = evaluator(pass, [input], output)
  const scale = Math.max(1, Math.abs(x))
  const ranges = WIDTHS.map((width): Range => [x - width * scale, x + width * scale])
  const count = affordable(pass, PROBES, 5)
  return ranges.find((range) => isCalm(spaced(range, count).map((each) => evaluate(each)))) ?? (ranges.at(-1) as Range)
}

/** Whether half of the values are defined, none lies far beyond the middle half, and no jump spans the half of them all. */
function isCalm(values: readonly number[]): boolean {
  const defined = values.filter((value) => !Number.isNaN(value))
  const sorted = [...defined].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]
  const spread = at(1) - at(0)
  if (defined.length < values.length / 2) return false
  const jumps = defined.slice(1).map((value, i) => Math.abs(value - defined[i]))
  return spread === 0 || (spread <= MOST_SPREAD * (at(0.75) - at(0.25)) && Math.max(...jumps) <= spread / 2)
}

/** An output along one input, the others standing at the point. */
export function curveAlong(
  pass: Primal,
  input: Seed,
  output: Seed,
  range = rangeAround(pass, input, output),
): SlopeCurve {
  const evaluate = evaluator(pass, [input], output)
  const xs = spaced(range, affordable(pass, SAMPLES, 9))
  const [x, y] = [input, output].map((seed) => entryAt(pass, pass.values, seed))
  return { xs, ys: xs.map((each) => evaluate(each)), tangent: { x, y, slope: derivative(pass, input, output) } }
}

/** An output along two inputs, the others standing at the point. */
export function fieldAlong(
  pass: Primal,
  inputs: readonly [Seed, Seed],
  output: Seed,
  ranges: readonly [Range, Range] = [rangeAround(pass, inputs[0], output), rangeAround(pass, inputs[1], output)],
): Field {
  const evaluate = evaluator(pass, inputs, output)
  const side = Math.floor(Math.sqrt(affordable(pass, SIDE * SIDE, 64)))
  const [xs, ys] = ranges.map((range) => spaced(range, side))
  const [x, y, value] = [...inputs, output].map((seed) => entryAt(pass, pass.values, seed))
  return {
    ...{ xs, ys, value, at: [x, y] },
    values: Float64Array.from(ys.flatMap((b) => xs.map((a) => evaluate(a, b)))),
    gradient: [derivative(pass, inputs[0], output), derivative(pass, inputs[1], output)],
  }
}
