import { record } from '../autodiff/point.ts'
import { primal } from '../autodiff/primal.ts'
import type { Graph } from '../graph/graph.ts'

/** A numerical derivative: of one output by one input. */
export type Scheme = 'forward' | 'central'

/** Values that a gradient by d inputs takes: forward differences share the one at the point. */
export const evaluations = (scheme: Scheme, d: number): number => (scheme === 'forward' ? d + 1 : 2 * d)

/** What of the error at a step size h comes from where, in the theory: to the first order, with |f″| and |f‴| as measured. */
export interface DifferenceAt {
  readonly h: number
  readonly derivative: number
  /** |derivative − exact| / max(|exact|, tiny); 0 where they are equal. */
  readonly error: number
}

type Evaluate = (x: number) => number

/** An output as a function of one input, the others standing at the point. */
export function alongInput(
  graph: Graph,
  input: string,
  output: string,
  at: Readonly<Record<string, number>>,
): Evaluate {
  return (x) => primal(graph, record([...Object.entries(at), [input, x]])).outputs[output] as number
}

/** f′(x) ≈ (f(x+h) − f(x))/h, or (f(x+h) − f(x−h))/2h; h is what x+h and x really differ by. */
export function difference(f: Evaluate, x: number, h: number, scheme: Scheme): number {
  const above = x + h
  if (scheme === 'forward') return (f(above) - f(x)) / (above - x)
  const below = x - h
  return (f(above) - f(below)) / (above - below)
}

/** The error at step sizes from 1 to 10⁻¹⁶ times the input's magnitude, where differences go from truncation to rounding. */
export function errorCurve(f: Evaluate, x: number, exact: number, scheme: Scheme, perDecade = 4): DifferenceAt[] {
  const scale = Math.max(1, Math.abs(x))
  return Array.from({ length: 16 * perDecade + 1 }, (_, i) => {
    const h = scale * 10 ** (-i / perDecade)
    const derivative = difference(f, x, h, scheme)
    const error = derivative === exact ? 0 : Math.abs(derivative - exact) / Math.max(Math.abs(exact), Number.MIN_VALUE)
    return { h, derivative, error }
  })
}

/** The step size of the least error on the curve. */
export const bestStep = (curve: readonly DifferenceAt[]): DifferenceAt =>
  curve.reduce((best, at) => (at.error < best.error ? at : best))

/** Where truncation and rounding balance for a function whose derivatives are of its own size: √ε, and ∛ε for central differences. */
export const theoreticalStep = (scheme: Scheme, x: number): number =>
  Math.max(1, Math.abs(x)) * (scheme === 'forward' ? Math.sqrt(Number.EPSILON) : Math.cbrt(Number.EPSILON))
