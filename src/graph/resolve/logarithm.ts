import type { Call, Expression } from '../../language/syntax.ts'
import { opNamed } from '../operations.ts'

export const LOG = opNamed('log')

/** Logarithms to a base that has a function of its own, which is exact where a quotient rounds. */
const BASES: ReadonlyMap<number, string> = new Map([
  [2, 'log2'],
  [10, 'log10'],
])

/** Whether a call of the language is a logarithm to a base: `log(x, 2)`. */
const hasBase = ({ callee, operands }: Call): boolean => operands.length === 2 && opNamed(callee) === LOG

/**
 * What `log(x, b)` is computed from: log(x) and log(b), of which it is the quotient, or log2(x) or log10(x) alone. Null for
 * another call.
 */
export function logarithmParts(call: Call): readonly Expression[] | null {
  if (!hasBase(call)) return null
  const [x, base] = call.operands
  const own = base.kind === 'number' ? BASES.get(base.value) : undefined
  const logarithm = (callee: string, operand: Expression): Call => ({
    ...call,
    callee,
    operands: [operand],
    keywords: [],
  })
  return own ? [logarithm(own, x)] : [logarithm('log', x), logarithm('log', base)]
}
