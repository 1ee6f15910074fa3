import { checkByHand, mistakeInNumber } from '../../methods/byHand.ts'
import { type ScalarView, scalarView } from '../../methods/scalarView.ts'
import type { KeyedQuestion } from './kinds/kind.ts'
import { pointOf } from './setting.ts'
import type { ValuedFormula } from './valued.ts'

/**
 * The likely mistake in a derivative between numbers, as “By hand” finds it: of a formula at several points, of a number at
 * its own. Null where none explains it, or something else is asked for.
 */
export function byHand(keyed: KeyedQuestion, valued: ValuedFormula, text: string): string | null {
  const asked = derivativeBetweenNumbers(keyed)
  if (!asked || valued.tensor.shape.length > 0) return null
  if (!valued.varies) {
    const [decimal] = valued.decimals
    return mistakeInNumber(asked, valued.tensor.entries[0], decimal ? decimal.unit / 2 : 0)?.says ?? null
  }
  const check = checkByHand({ ...asked, text })
  return check.kind === 'wrong' ? (check.mistake?.says ?? null) : null
}

function derivativeBetweenNumbers({ setting, key: { derivative } }: KeyedQuestion) {
  const { source, graph, inputs, language } = setting
  const view = derivative && language === 'gradual' ? scalarView(source, { shown: { graph, inputs } }) : null
  if (!derivative || view?.kind !== 'scalars' || !hasEnds(view, derivative)) return null
  return { source, view, at: pointOf(setting), ...derivative }
}

const hasEnds = (
  { graph }: ScalarView,
  { input, output }: { readonly input: string; readonly output: string },
): boolean => graph.inputs.some(({ name }) => name === input) && graph.outputs.some(({ name }) => name === output)
