import { record } from '../autodiff/point.ts'
import { primal } from '../autodiff/primal.ts'
import type { Graph, Value } from '../graph/graph.ts'
import { withCutsHeld } from './heldCuts.ts'
import { roundingOf } from './rounding.ts'

/** A numerical derivative: of one output by one input. */
export type Scheme = 'forward' | 'central'

/** Values that a gradient by d inputs takes: forward differences share the one at the point. */
export const evaluations = (scheme: Scheme, d: number): number => (scheme === 'forward' ? d + 1 : 2 * d)

type Evaluate = (x: number) => number

/** An output as a function of one input, the others standing at the point; with what rounding makes of it. */
export interface FunctionSlice {
  readonly f: Evaluate
  readonly x: number
  /** How far rounding can take f(x) from its exact value, to the first order. */
  readonly rounding: number
}

/** Along one input of a graph of numbers, with what is cut held at its value. */
export function sliceAlong(
  graph: Graph,
  input: string,
  output: string,
  at: Readonly<Record<string, Value>> = {},
): FunctionSlice {
  const pass = primal(graph, at)
  const held = withCutsHeld(pass)
  const f = (x: number) => primal(held, record([...Object.entries(at), [input, x]])).outputs[output] as number
  const x = pass.values[graph.inputs.find(({ name }) => name === input)?.node ?? 0]
  return { f, x, rounding: roundingOf(pass, output) }
}

/** f′(x) ≈ (f(x+h) − f(x))/h, or (f(x+h) − f(x−h))/2h; h is what x+h and x really differ by. */
export function difference(f: Evaluate, x: number, h: number, scheme: Scheme): number {
  const above = x + h
  if (scheme === 'forward') return (f(above) - f(x)) / (above - x)
  const below = x - h
  return (f(above) - f(below)) / (above - below)
}

/** The numerical derivative at one step size. */
export interface DifferenceAt {
  readonly h: number
  readonly derivative: number
  /** |derivative − exact| / |exact|; absolute where the exact one is 0. */
  readonly error: number
}

/** Decades of step sizes below the input's magnitude. */
const DECADES = 16

/** What step sizes are measured by. */
export const scaleOf = (x: number): number => Math.max(1, Math.abs(x))

/** The error at step sizes from 1 to 10⁻¹⁶ times the input's magnitude, where differences go from truncation to rounding. */
export function errorCurve({ f, x }: FunctionSlice, exact: number, scheme: Scheme, perDecade = 4): DifferenceAt[] {
  return Array.from({ length: DECADES * perDecade + 1 }, (_, i) =>
    differenceAt(f, x, scaleOf(x) * 10 ** (-i / perDecade), exact, scheme),
  )
}

export function differenceAt(f: Evaluate, x: number, h: number, exact: number, scheme: Scheme): DifferenceAt {
  const derivative = difference(f, x, h, scheme)
  return { h, derivative, error: Math.abs(derivative - exact) / (Math.abs(exact) || 1) }
}

/** The step size of the least error on the curve. */
export const bestStep = (curve: readonly DifferenceAt[]): DifferenceAt =>
  curve.reduce((best, at) => (at.error < best.error || Number.isNaN(best.error) ? at : best))

/** Where truncation and rounding balance for a function whose derivatives are of its own size: √ε, and ∛ε for central differences. */
export const theoreticalStep = (scheme: Scheme, x: number): number =>
  scaleOf(x) * (scheme === 'forward' ? Math.sqrt(Number.EPSILON) : Math.cbrt(Number.EPSILON))
