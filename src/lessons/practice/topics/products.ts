import { operationOf } from '../../../graph/operations.ts'
import { askAdjoint } from '../asking/adjoint.ts'
import { askDerivative, askFormula } from '../asking/derivative.ts'
import { askPartial } from '../asking/partial.ts'
import { askTangent } from '../asking/tangent.ts'
import { askValue } from '../asking/value.ts'
import { called, minus, over, plus, shifted, squared, timesOther, written } from '../written.ts'
import type { PracticeTopic } from './topic.ts'

const BINARY = {
  1: [timesOther, timesOther, plus],
  2: [timesOther, timesOther, over, minus],
  3: [timesOther, over, plus],
}

export const products: PracticeTopic = {
  ...{ name: 'products', title: 'Products', gist: 'Each factor gets the other one; quotients too.', outputs: 1 },
  write: (draw, level) =>
    written(draw, {
      ...{ inputs: level === 1 ? ['x', 'y'] : ['x', 'y', 'z'], lines: level, outputs: 1, unaryOneIn: 4 },
      unary: level === 3 ? [shifted, squared, called('exp', 'sin', 'sqrt')] : [shifted],
      binary: BINARY[level],
    }),
  shows: ({ graph }) => [...graph.op.keys()].some((node) => /^(mul|div)$/.test(operationOf(graph, node)?.name ?? '')),
  asks: [askPartial, askAdjoint, askTangent, askDerivative, askValue],
  asksBesides: { 3: [askFormula] },
}
