import { CONSTANT } from '../../../graph/graph.ts'
import { computed } from '../../../graph/nodes.ts'
import { countOrders } from '../../../methods/orders.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'

/** Beyond it doubles skip whole numbers. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

export const ordersKey: KeyRecord = {
  word: 'orders',
  form: 'orders',
  title: 'Topological orders of the graph: in how many orders its nodes can be computed',
  kinds: ['count', 'number'],
  compute: ({ setting }) => {
    const orders = countOrders(setting.graph)
    if (orders === null || orders > MOST) noKey('There are too many orders to count them.')
    return countKey(
      Number(orders),
      slipsIn(setting),
      'A node can come as soon as all its operands are there. Which can come first?',
      'Take each that is ready in turn, and count on from there.',
    )
  },
}

function* slipsIn({ graph }: Setting): Generator<[number, string]> {
  const nodes = [...graph.op].filter((op) => op !== CONSTANT).length
  const inputs = graph.inputs.length
  yield [1, 'The tape is one of the orders, not the only one.']
  yield [factorial(nodes), 'These are all permutations: a node must come after its operands.']
  yield [
    factorial(inputs) * factorial(computed(graph).length),
    'Operations must come after their operands, and they may come before an input that they do not read.',
  ]
  yield [
    factorial(inputs),
    'Only the inputs change places here: operations may come as soon as their operands are there.',
  ]
  yield [factorial(computed(graph).length), 'Operations must come after their operands.']
  yield [nodes, 'This counts nodes.']
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
