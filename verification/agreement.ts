import type { BigNumber } from 'mathjs'
import { absolute } from '../src/autodiff/primal.ts'
import { adjoint, type Graph, type Jacobian, type Numbers, type Primal, tangent } from '../src/core.ts'
import { type BigNumbers, evaluatorOf } from './evaluate.ts'
import { big } from './oracle.ts'
import type { RandomProgram } from './programs.ts'

/** How far two numbers are apart, in parts of the scale; where the scale is 0 they must be equal. */
const distance = (a: number, b: number, scale: number): number => (a === b ? 0 : Math.abs(a - b) / scale)

/** The largest distance of two Jacobians, in parts of the Jacobian over absolute partials. */
export function distanceOf(a: Jacobian, b: Jacobian, scale: Jacobian): number {
  const distances = Object.entries(scale).flatMap(([output, row]) =>
    Object.keys(row).map((input) => distance(a[output][input], b[output][input], scale[output][input])),
  )
  // Math.max keeps NaN.
  return Math.max(...distances)
}

/** How far w·(Jv) and (Jᵀw)·v are apart, in parts of |w|·(|J||v|). */
export function dualityGap(pass: Primal, directions: readonly number[]): number {
  const { inputs, outputs } = pass.graph
  const v = numbered(inputs, directions)
  const w = numbered(outputs, directions.toReversed())
  const scale = dot(absoluteOf(w), tangent(absolute(pass), absoluteOf(v)).outputs)
  return distance(dot(w, tangent(pass, v).outputs), dot(adjoint(pass, w).inputs, v), scale)
}

const numbered = (named: Graph['inputs'] | Graph['outputs'], numbers: readonly number[]): Numbers =>
  Object.fromEntries(named.map(({ name }, i) => [name, numbers[i % numbers.length]]))

const absoluteOf = (numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, Math.abs(number)]))

const dot = (a: Numbers, b: Numbers): number => Object.keys(a).reduce((sum, name) => sum + a[name] * b[name], 0)

const STEP = big('1e-6')

/** What a program computes, and its Jacobian by central differences of fourth order: neither rule nor graph is in it. */
export function differences(
  { source, at }: RandomProgram,
  outputs: readonly string[],
): { values: number[]; jacobian: Jacobian } {
  const evaluate = evaluatorOf(source)
  const point: BigNumbers = new Map(Object.entries(at).map(([name, x]) => [name, big(x)]))
  const rows: Jacobian = Object.fromEntries(outputs.map((output) => [output, {}]))
  for (const [input, x] of point) {
    const beside = (steps: number) => evaluate(outputs, new Map([...point, [input, x.plus(STEP.times(steps))]]))
    const [before2, before, after, after2] = [-2, -1, 1, 2].map(beside)
    outputs.forEach((output, i) => {
      rows[output][input] = difference(before2[i], before[i], after[i], after2[i]).toNumber()
    })
  }
  return { values: evaluate(outputs, point).map((value) => value.toNumber()), jacobian: rows }
}

/** f′(x) = (8·Δ₁ − Δ₂)/(12 h) + O(h⁴), with Δₖ = f(x + k·h) − f(x − k·h) */
function difference(before2: BigNumber, before: BigNumber, after: BigNumber, after2: BigNumber): BigNumber {
  return after.minus(before).times(8).minus(after2.minus(before2)).div(STEP.times(12))
}
