import { INPUT } from '../../../graph/graph.ts'
import { type Asking, inMath, nameOf, placeInPass, some, somePass, stepsTo } from './asking.ts'

export const askTangent: Asking = (program, draw) => {
  const { graph, named } = program
  const pass = somePass(program, draw, 'forward')
  const node = some(
    draw,
    named.filter((each) => graph.op[each] !== INPUT && pass.present[each]),
  )
  if (node === undefined) return null
  const [name, seed] = [nameOf(program, node), pass.seed]
  return {
    place: placeInPass(pass, 'tangents.results'),
    text: `Forward mode, seeded at ${inMath(seed)}: every tangent is a derivative by ${inMath(seed)}.`,
    ask: {
      question: `What is the tangent ${inMath(name, '\\dot')}?`,
      kind: 'number',
      of: `tangent ${name} by ${seed}`,
    },
    reveal: {
      ...{ move: 'next', count: stepsTo(pass, node) },
      says: `${inMath(name, '\\dot')} is the sum over its operands: local partial times the operand’s tangent.`,
    },
  }
}
