import { askAdjoint } from '../asking/adjoint.ts'
import { askDerivative, askFormula } from '../asking/derivative.ts'
import { askPasses } from '../asking/passes.ts'
import { askTangent } from '../asking/tangent.ts'
import { called, minus, plus, scaled, shifted, squared, timesOther, written } from '../written.ts'
import type { PracticeTopic } from './topic.ts'

export const outputs: PracticeTopic = {
  ...{ name: 'outputs', title: 'Two outputs', gist: 'A pass for each input, or for each output.', outputs: 2 },
  write: (draw, level) =>
    written(draw, {
      ...{ inputs: level === 1 ? ['x', 'y'] : ['x', 'y', 'z'], lines: level + 2, outputs: 2, unaryOneIn: 3 },
      unary: level === 3 ? [shifted, squared, called('sin', 'exp')] : [shifted, scaled, squared],
      binary: [plus, timesOther, minus],
    }),
  asks: [askPasses, askAdjoint, askTangent, askDerivative, askPasses],
  asksBesides: { 3: [askFormula] },
}
