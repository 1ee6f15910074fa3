import { isLive } from '../../../autodiff/sweep.ts'
import { valueAt } from '../../../graph/nodes.ts'
import { listed } from '../../../language/words.ts'
import { short } from '../../../notation/numbers.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { nameAt, placeIn } from '../places.ts'
import { edgesBetween, moving, operandsRead } from '../readers.ts'

export const routedKey: KeyRecord = {
  word: 'routed',
  form: 'routed NODE',
  title: 'The operand to which max, min and their kin send the adjoint',
  kinds: ['node'],
  compute: ({ setting, words: [name = ''] }) => {
    const { graph, primal } = setting
    const { node } = placeIn(graph, name)
    const operands = moving(graph, operandsRead(graph, node))
    if (operands.length === 0) noKey(`${name} reads nothing that could get an adjoint.`)
    const getting = operands.filter((operand) =>
      edgesBetween(graph, node, operand).some((edge) => isLive(primal, edge)),
    )
    if (getting.length === 0) noKey(`${name} lets nothing pass at this point.`)
    return {
      right: { form: 'nodes', nodes: getting, every: true },
      slipOf: ({ nodes = [] }) => slipAt(setting, node, getting, nodes),
      hints: () => [
        `Their values: ${listed(operands.map((operand) => `${nameAt(graph, operand)} = ${short(valueAt(graph, operand, primal.values))}`))}. Which one decides ${nameAt(graph, node)}?`,
      ],
    }
  },
}

function slipAt({ graph }: Setting, node: number, getting: readonly number[], given: readonly number[]): string | null {
  const lost = given.filter((each) => !getting.includes(each))
  const name = nameAt(graph, node)
  if (lost.includes(node)) return `${name} hands its adjoint on: to which of its operands?`
  const foreign = lost.filter((each) => !operandsRead(graph, node).includes(each))
  if (foreign.length > 0) return `${nameAt(graph, foreign[0])} is no operand of ${name}.`
  if (lost.length === 0) return 'There is one more that gets some of it.'
  if (lost.length < given.length)
    return `Treats ${name} as a sum: only the operand that decides its value gets the adjoint.`
  return `${nameAt(graph, lost[0])} does not decide ${name}: a small change of it changes nothing, so that it gets no adjoint.`
}
