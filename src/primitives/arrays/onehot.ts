import { grouped } from '../../language/words.ts'
import type { Blockwise } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { sizeOf, stridesOf } from '../shape.ts'
import { blockPlan } from './blockPlan.ts'

const usage = 'onehot(x, n)'
const MOST_ENTRIES = 1_000_000

export const onehot: Blockwise = {
  kind: 'blockwise',
  name: 'onehot',
  aliases: ['one_hot'],
  title: 'one hot vector',
  meaning:
    'Of each class number from 0 to n − 1 a vector with a 1 at its place and zeros elsewhere: no derivative passes.',
  group: 'neural networks',
  symbol: 'onehot',
  usage,
  arity: { least: 1, most: 1 },
  attributes: reading(usage, ['n'], 'n'),
  plan: ([shape], { n = 1 }) => {
    const whole = [...shape, n]
    if (sizeOf(whole) > MOST_ENTRIES)
      return {
        mismatch: ([x]) =>
          `onehot of ${x} would have ${grouped(sizeOf(whole))} entries; at most ${grouped(MOST_ENTRIES)} are made.`,
      }
    const [rows, columns] = [stridesOf(whole), stridesOf(shape)]
    return blockPlan({
      ...{ shape: whole, group: n },
      outer: shape.map((extent, axis) => ({ extent, strides: [rows[axis], columns[axis]] })),
      ...{ value: [{ extent: n, stride: 1 }], operands: [[]] },
    })
  },
  value: ([[x]], count) => Array.from({ length: count }, (_, place) => (place === x ? 1 : 0)),
  partials: null,
  cost: () => ({ value: {}, partials: [{}] }),
  inNumbers: ({ call, number }, [[x]], count) =>
    Array.from({ length: count }, (_, place) => call('equal', x, number(place))),
  views: () => ({
    structure: 'nothing: the value is flat between its jumps',
    push: { words: 'nothing: the value is flat between its jumps' },
    pull: { words: 'nothing: the value is flat between its jumps' },
  }),
  latex: (x) => `\\operatorname{onehot}\\left(${x}\\right)`,
  samples: [
    { shapes: [[]], fixed: { operands: [3], keywords: new Map() } },
    { shapes: [[2]], fixed: { operands: [3], keywords: new Map() } },
    { shapes: [[2, 2]], fixed: { operands: [], keywords: new Map([['n', 2]]) } },
  ],
}
