import { free } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Unary } from './primitive.ts'
import { at } from './samples.ts'

/** What is known of x goes on, what it depends on does not: as `detach` and `stop_gradient` of the frameworks. */
export const stopGradient: Unary = {
  name: 'stop_gradient',
  aliases: ['detach', 'stopgradient'],
  title: 'stop gradient',
  meaning: 'The value of x as if it were a constant: no derivative passes.',
  group: 'neural networks',
  symbol: 'stop',
  arity: 1,
  value: (x) => x,
  partials: [() => 0],
  formulas: ['0'],
  latex: operatorName('stop\\_gradient'),
  cost: { value: free, partials: [free] },
  drops: () => true,
  conventions: [{ when: () => true, says: 'stop_gradient cuts: its value goes on, and no derivative passes it.' }],
  samples: at(0.5, -2, 1e-100, 3e100, 7.25),
  plot: [-3, 3],
}
