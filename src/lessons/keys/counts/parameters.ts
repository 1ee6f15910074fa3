import type { Input } from '../../../graph/graph.ts'
import { entryCount, shapeAt } from '../../../graph/nodes.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'

export const parametersKey: KeyRecord = {
  word: 'parameters',
  form: 'parameters',
  title: 'How many numbers training changes',
  kinds: ['count', 'number'],
  compute: ({ setting }) => {
    const { graph } = setting
    const parameters = graph.inputs.filter(({ role }) => role === 'param')
    if (parameters.length === 0) noKey('The program has no parameters: write param before an input.')
    return countKey(
      numbersIn(setting, parameters),
      slipsIn(setting, parameters),
      'Only inputs with the word param before them. How many entries has each of them?',
    )
  },
}

const numbersIn = ({ graph }: Setting, inputs: readonly Input[]): number =>
  inputs.reduce((count, { node }) => count + entryCount(graph, node), 0)

function* slipsIn(setting: Setting, parameters: readonly Input[]): Generator<[number, string]> {
  const { graph } = setting
  const rank = ({ node }: Input) => shapeAt(graph, node).length
  const data = graph.inputs.filter(({ role }) => role === 'data')
  yield [parameters.length, 'This counts arrays: every entry is a parameter.']
  yield [
    numbersIn(
      setting,
      parameters.filter((each) => rank(each) > 1),
    ),
    'This leaves the biases out.',
  ]
  yield [
    numbersIn(
      setting,
      parameters.filter((each) => rank(each) < 2),
    ),
    'This leaves the matrices of weights out.',
  ]
  yield [numbersIn(setting, [...parameters, ...data]), 'This counts the data too: they are given, not learnt.']
  yield [graph.inputs.length, 'This counts the inputs of the graph, data and all, each as one.']
}
