import { termsAt } from '../../../trace/terms.ts'
import { type Asking, inMath, nameOf, placeInPass, some, somePass, stepsTo } from './asking.ts'

export const askContributions: Asking = (program, draw) => {
  const pass = somePass(program, draw, 'reverse')
  const node = some(
    draw,
    program.named.filter((each) => termsAt(pass, each).length > 1),
  )
  if (node === undefined) return null
  const name = nameOf(program, node)
  return {
    place: placeInPass(pass, 'adjoints.results'),
    text: 'An adjoint is a sum: what comes back along every edge that reads the node.',
    ask: {
      question: `How many contributions meet in ${inMath(name, '\\bar')}?`,
      ...{ kind: 'count', of: `contributions ${name}` },
    },
    reveal: {
      ...{ move: 'next', count: stepsTo(pass, node) },
      says: `One contribution for each edge from ${inMath(name)} that leads on to the output.`,
    },
  }
}
