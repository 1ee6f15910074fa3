import { passes } from '../../../trace/passes.ts'
import { termsAt } from '../../../trace/terms.ts'
import { askAdjoint } from '../asking/adjoint.ts'
import { askContributions } from '../asking/contributions.ts'
import { askDerivative, askFormula } from '../asking/derivative.ts'
import { askNext } from '../asking/next.ts'
import { askTangent } from '../asking/tangent.ts'
import type { PracticeProgram } from '../practiceProgram.ts'
import { called, minus, plus, scaled, shifted, squared, timesOther, written } from '../written.ts'
import type { PracticeTopic } from './topic.ts'

const SIMPLE = [shifted, scaled]
const UNARY = { 1: SIMPLE, 2: [...SIMPLE, squared], 3: [...SIMPLE, squared, called('sin', 'exp', 'tanh')] } as const

export const branches: PracticeTopic = {
  ...{ name: 'branches', title: 'Branches', gist: 'A value that is read twice: contributions add up.', outputs: 1 },
  write: (draw, level) =>
    written(draw, {
      ...{ inputs: level === 1 ? ['x'] : ['x', 'y'], lines: level + 2, outputs: 1, unaryOneIn: 3 },
      ...{ unary: UNARY[level], binary: [plus, timesOther, minus, timesOther] },
    }),
  shows: hasBranch,
  asks: [askAdjoint, askContributions, askDerivative, askTangent, askAdjoint, askNext],
  asksBesides: { 3: [askFormula] },
}

/** Whether more than one contribution comes back to some node. */
export function hasBranch({ graph, setting }: PracticeProgram): boolean {
  const pass = passes(setting.primal, 'reverse').get(1)
  return [...graph.op.keys()].some((node) => graph.varied[node] && termsAt(pass, node).length > 1)
}
