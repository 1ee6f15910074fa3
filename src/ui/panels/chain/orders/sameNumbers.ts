import { compile, jacobian, type Primal, passCount, primal } from '../../../../core.ts'
import { entriesOf } from '../../../../notation/numbers.ts'
import type { State } from '../../../../state/store.ts'

/** More entries of a Jacobian are not computed for a comparison: the values of the outputs are compared alone. */
const MOST_ENTRIES = 2000

type Asked = Pick<State, 'shareSubexpressions' | 'open' | 'unrolled' | 'point'> & { readonly source: string }

/** By how much values and derivatives differ from those in the tape’s own order, relative to their size; null if it cannot be told. */
export function differenceFromOwnOrder(pass: Primal, asked: Asked): number | null {
  const { source, shareSubexpressions, open, unrolled, point } = asked
  const { graph } = compile(source, { shareSubexpressions, open, unrolled, at: point })
  if (!graph) return null
  const own = primal(graph)
  return numbersOf(own).reduce((most, x, i) => Math.max(most, apart(x, numbersOf(pass)[i])), 0)
}

function numbersOf(pass: Primal): number[] {
  const values = Object.values(pass.outputs).flatMap(entriesOf)
  if (passCount(pass.graph, 'forward') * passCount(pass.graph, 'reverse') > MOST_ENTRIES) return values
  return [
    ...values,
    ...Object.values(jacobian(pass, 'reverse')).flatMap((row) => Object.values(row).flatMap(entriesOf)),
  ]
}

const apart = (a: number, b: number): number => (Object.is(a, b) ? 0 : Math.abs(a - b) / Math.max(1, Math.abs(a)))
