import { NAMED_CONSTANTS } from '../graph/constants.ts'
import { valueAtOperands } from '../primitives/atOperands.ts'
import type { Body, SymbolicTerm } from './term.ts'
import { bodiesOf } from './writeTerm.ts'

/** The value of a term, of any size: each of its different parts is computed once. */
export function termValue(term: SymbolicTerm, named: (name: string) => number | undefined): number {
  const known = new Map<Body, number>()
  const numberOf = ({ factor: { top, bottom }, body }: SymbolicTerm): number =>
    body ? (top * (known.get(body) as number)) / bottom : top / bottom
  const bodyValue = (body: Body): number => {
    if (body.kind === 'name') return named(body.name) ?? NAMED_CONSTANTS.get(body.name) ?? Number.NaN
    if (body.kind === 'sum') return numberOf(body.before) + numberOf(body.last)
    if (body.kind === 'applied') return valueAtOperands(body.primitive, body.operands.map(numberOf))
    const base = known.get(body.base) as number
    const before = body.before ? (known.get(body.before) as number) : 1
    return body.exponent < 0 ? before / base ** -body.exponent : before * base ** body.exponent
  }
  for (const body of bodiesOf(term).sort((a, b) => a.id - b.id)) known.set(body, bodyValue(body))
  return numberOf(term)
}
