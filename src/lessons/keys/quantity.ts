import type { Diagnostic } from '../../language/diagnostic.ts'
import { printExpression } from '../../language/print.ts'
import { oneFormula } from '../../methods/typed.ts'
import type { Value } from '../../primitives/value.ts'
import type { Setting } from '../questions/setting.ts'
import { type ValuedFormula, valueFormula } from '../questions/valued.ts'
import { adjointKey } from './adjoint.ts'
import { type KeyContext, type KeyRecord, NUMBER_KINDS, type NumberSlip } from './key.ts'
import { NoKey, noKey } from './noKey.ts'
import { rightValue } from './numberKey.ts'
import { partialKey } from './partial.ts'
import { tangentKey } from './tangent.ts'

export const quantityKey: KeyRecord = {
  word: 'quantity',
  form: 'quantity EXPRESSION',
  title: 'An expression, in which adjoint(n), tangent(n) and partial(n, operand) may stand',
  kinds: [...NUMBER_KINDS, 'count'],
  compute: ({ setting, rest }) => {
    const valued = quantityAt(setting, rest)
    if (!('tensor' in valued)) noKey(`“${rest}” cannot be computed: ${valued[0].message}`)
    const { shape, entries } = valued.tensor
    return {
      right: rightValue(entries, shape, `“${rest}”`),
      slips: () => slipsIn(setting, rest),
      hints: () => [],
    }
  },
}

/** An expression over values and derivatives of the setting. */
export function quantityAt(setting: Setting, text: string): ValuedFormula | readonly Diagnostic[] {
  const called = (record: KeyRecord) => (operands: readonly string[]) => numberOf(record, setting, operands)
  const calls = { adjoint: called(adjointKey), tangent: called(tangentKey), partial: called(partialKey) }
  return valueFormula(setting, text, { calls })
}

/** `adjoint(v1)`, `adjoint(v1, f2)`. */
function numberOf(record: KeyRecord, setting: Setting, [node, other]: readonly string[]): Value {
  const between = record === adjointKey ? ['of'] : record === tangentKey ? ['by'] : []
  const words = other === undefined ? [node] : [node, ...between, other]
  const context: KeyContext = { setting, kind: 'number', words, rest: words.join(' ') }
  const { right } = record.compute(context)
  return right.form === 'value' ? right.value : noKey(`${words[0]} has no number.`)
}

/** One of two terms alone, and the other sign between them: `w + 0.1·w̄` in place of `w − 0.1·w̄`. */
function* slipsIn(setting: Setting, text: string): Generator<NumberSlip> {
  const formula = oneFormula(text, '')
  if (!('kind' in formula) || formula.kind !== 'infix') return
  const { operator, left, right } = formula
  if (operator !== '+' && operator !== '-') return
  const [a, b] = [`(${printExpression(left)})`, `(${printExpression(right)})`]
  yield* slipOf(
    setting,
    operator === '-' ? `${a}+${b}` : `${a}-${b}`,
    operator === '-' ? 'Adds where it should subtract.' : 'Subtracts where it should add.',
  )
  yield* slipOf(setting, a, `Only the first part is there: nothing is ${operator === '-' ? 'subtracted' : 'added'}.`)
  yield* slipOf(setting, b, 'Only the second part is there.')
  yield* slipOf(setting, operator === '-' ? `${b}-${a}` : `-(${a}+${b})`, 'The sign is wrong.')
}

function* slipOf(setting: Setting, text: string, slip: string): Generator<NumberSlip> {
  try {
    const valued = quantityAt(setting, text)
    if ('tensor' in valued) yield { answer: valued.tensor, slip }
  } catch (problem) {
    if (!(problem instanceof NoKey)) throw problem
  }
}
