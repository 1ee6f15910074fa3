import type { Mode } from '../../../autodiff/pass.ts'
import { otherMode } from '../../../autodiff/pass.ts'
import { total } from '../../../costs/counts.ts'
import { modeCounts } from '../../../costs/modeCounts.ts'
import { CONSTANT } from '../../../graph/graph.ts'
import { computed } from '../../../graph/nodes.ts'
import { operationOf } from '../../../graph/operations.ts'
import type { Setting } from '../../questions/setting.ts'
import type { Key, KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'

export const operationsKey: KeyRecord = {
  word: 'operations',
  form: 'operations [forward|reverse]',
  title: 'Operations that the program consists of, or that a mode takes in all',
  kinds: ['count', 'number'],
  compute: ({ setting, words: [mode] }) => {
    if (mode === undefined) return operationsOf(setting)
    if (mode !== 'forward' && mode !== 'reverse')
      noKey('Write “operations”, “operations forward” or “operations reverse”.')
    return operationsBy(setting, mode)
  },
}

const operationsOf = (setting: Setting): Key =>
  countKey(
    computed(setting.graph).length,
    slipsIn(setting),
    'Each operation is a node of the graph that reads others. Inputs and constants are none.',
  )

function* slipsIn({ graph }: Setting): Generator<[number, string]> {
  const nodes = computed(graph)
  const { inputs, op, operand, size } = graph
  const named = (names: RegExp) => nodes.filter((node) => names.test(operationOf(graph, node)?.name ?? '')).length
  yield [nodes.length + inputs.length, 'This counts the inputs too: they are given, not computed.']
  yield [operand.length, 'This counts edges: an operation has one for each of its operands.']
  yield [size, 'This counts all nodes: inputs and constants are no operations.']
  yield [[...operand].filter((node) => op[node] !== CONSTANT).length, 'This counts edges, not nodes.']
  yield [nodes.length - named(/^neg/), 'A minus sign before a value is an operation of its own.']
  yield [nodes.length - named(/^(neg|add|sub)$/), 'Sums, differences and signs are operations too.']
  yield [
    nodes.length - named(/^(neg|add|sub|mul|div)$/),
    'Not only functions with a name are operations: + and × are, too.',
  ]
  yield [nodes.length - 1, 'One is missing.']
}

function operationsBy({ primal, graph }: Setting, mode: Mode): Key {
  const own = modeCounts(primal, mode)
  const other = modeCounts(primal, otherMode(mode))
  if (!own.isExact) noKey('The operations of so many passes are not counted one by one.')
  const slips: [number, string][] = [
    [total(other.all), `This is what ${otherMode(mode)} mode takes.`],
    [total(own.sweeps), 'This leaves out the primal pass with its local partials.'],
    [total(own.values) + total(own.sweeps), 'This leaves out the local partials.'],
    [total(own.values), 'This is the primal pass alone.'],
    [computed(graph).length, 'This counts the program’s operations once, as if only values were computed.'],
    [own.passes, 'This counts passes, not operations.'],
  ]
  return countKey(
    total(own.all),
    slips,
    'Values, local partials, and then each pass: a product along each edge, a sum where several meet.',
  )
}
