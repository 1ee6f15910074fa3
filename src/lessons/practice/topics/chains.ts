import { askAdjoint } from '../asking/adjoint.ts'
import { askDerivative, askFormula } from '../asking/derivative.ts'
import { askPartial } from '../asking/partial.ts'
import { askTangent } from '../asking/tangent.ts'
import { askValue } from '../asking/value.ts'
import { called, chained, cubed, halved, negated, scaled, shifted, squared } from '../written.ts'
import type { PracticeTopic } from './topic.ts'

const SIMPLE = [shifted, scaled, squared]
const UNARY = {
  1: SIMPLE,
  2: [...SIMPLE, cubed, negated, halved],
  3: [...SIMPLE, halved, called('sin', 'cos', 'exp'), called('sqrt', 'log', 'tanh', 'sigmoid')],
} as const

export const chains: PracticeTopic = {
  ...{ name: 'chains', title: 'Chains', gist: 'One function after another: the chain rule.', outputs: 1 },
  write: (draw, level) => chained(draw, level + 1, UNARY[level]),
  asks: [askValue, askTangent, askPartial, askAdjoint, askDerivative],
  asksBesides: { 3: [askFormula] },
}
