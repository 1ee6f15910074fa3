import { jacobian } from '../autodiff/jacobian.ts'
import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { tensorOf, type Value } from '../primitives/value.ts'

/** More entries of a Jacobian are not computed for a comparison: the values of the outputs are compared alone. */
const MOST_ENTRIES = 2000

/** The most by which values and derivatives of one program, computed in two orders, differ; in parts of their size. */
export function mostApart(pass: Primal, other: Primal): number {
  const [own, others] = [pass, other].map(numbersOf)
  return own.reduce((most, x, i) => Math.max(most, apart(x, others[i])), 0)
}

function numbersOf(pass: Primal): number[] {
  const values = Object.values(pass.outputs).flatMap(entriesIn)
  if (passCount(pass.graph, 'forward') * passCount(pass.graph, 'reverse') > MOST_ENTRIES) return values
  const rows = Object.values(jacobian(pass, 'reverse'))
  return [...values, ...rows.flatMap((row) => Object.values(row).flatMap(entriesIn))]
}

const entriesIn = (value: Value): number[] => [...(tensorOf(value)?.entries ?? [])]

const apart = (a: number, b: number): number => (Object.is(a, b) ? 0 : Math.abs(a - b) / Math.max(1, Math.abs(a)))
