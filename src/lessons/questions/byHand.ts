import { checkByHand } from '../../methods/byHand.ts'
import { scalarView } from '../../methods/scalarView.ts'
import type { KeyedQuestion } from './kinds/kind.ts'
import { pointOf } from './setting.ts'

/** The likely mistake in a derivative between numbers, as “By hand” finds it; null where there is none, or it is another question. */
export function byHand({ setting, key: { derivative } }: KeyedQuestion, text: string): string | null {
  const { source, graph, inputs, language } = setting
  if (!derivative || language !== 'gradual') return null
  const view = scalarView(source, { shown: { graph, inputs } })
  if (view.kind !== 'scalars') return null
  const { input, output } = derivative
  const has = (named: readonly { readonly name: string }[], name: string) => named.some((each) => each.name === name)
  if (!has(view.graph.inputs, input) || !has(view.graph.outputs, output)) return null
  const check = checkByHand({ source, view, at: pointOf(setting), output, input, text })
  return check.kind === 'wrong' ? (check.mistake?.says ?? null) : null
}
