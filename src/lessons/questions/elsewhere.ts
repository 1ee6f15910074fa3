import { samplePoints } from '../../methods/samplePoints.ts'
import { type Tensor, tensorOf } from '../../primitives/value.ts'
import { keyOf } from '../keys/index.ts'
import { closenessTo, isRightly } from './closeness.ts'
import type { KeyedQuestion } from './kinds/kind.ts'
import { movedTo, pointOf, type Setting } from './setting.ts'
import { type ValuedFormula, valueFormula } from './valued.ts'

/** Points besides the one at hand, and how many are tried where a function is not defined. */
const POINTS = 3
const TRIES = 12
/** Larger graphs are not computed again. */
const LARGEST = 20_000

/**
 * Null where an expression is right at other points too, or need not be: of a number an expression is asked for; of an
 * array its numbers do. Otherwise what to say.
 */
export function rightElsewhere(keyed: KeyedQuestion, valued: ValuedFormula, text: string): string | null {
  const { setting, question, key } = keyed
  if (question.kind !== 'expression' || setting.decides || setting.graph.offset[setting.graph.size] > LARGEST)
    return null
  const isArray = valued.tensor.shape.length > 0
  if ((isArray && !valued.varies) || key.isFixed) return null
  let compared = 0
  let tried = 0
  for (const at of samplePoints(setting.inputs, pointOf(setting))) {
    if (compared === POINTS || tried++ === TRIES) return null
    const moved = movedTo(setting, at)
    const right = tensorAt(moved, keyed)
    const there = valueFormula(moved, text, { withheld: key.withheld })
    if (!right || !('tensor' in there)) continue
    compared++
    if (tried > 1 && !isRightly(closenessTo({ ...there, decimals: there.decimals.map(() => null) }, right)))
      return valued.varies ? ONLY_HERE : NUMBERS_PUT_IN
  }
  return null
}

const ONLY_HERE = 'Right at this point only: a number may stand where a name belongs.'
const NUMBERS_PUT_IN = 'Right at this point only: write the names of the inputs instead of their numbers.'

function tensorAt(moved: Setting, { question }: KeyedQuestion): Tensor | null {
  const key = keyOf(moved, question)
  return 'right' in key && key.right.form === 'value' ? tensorOf(key.right.value) : null
}
