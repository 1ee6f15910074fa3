import { DEPARTURE_TOKENS, type DepartureToken } from '../../../autodiff/choices/departed.ts'
import type { Adjoint } from '../../../autodiff/pass.ts'
import { runBeside } from '../../broken/parting.ts'
import { type Asking, inMath, placeInPass, somePass } from './asking.ts'

/** What everyone sees at once is no question for those who have practised. */
const PLAIN_TO_SEE: readonly DepartureToken[] = ['opposite', 'unseeded']

/** A bug that changes nothing here is not asked for. */
export const askBug: Asking = (program, draw) => {
  const pass = somePass(program, draw, 'reverse')
  const right = pass.sweep as Adjoint
  const likely = DEPARTURE_TOKENS.filter((each) => program.level === 1 || !PLAIN_TO_SEE.includes(each))
  const token = draw.shuffled(likely).find((each) => {
    const { steps, parting } = runBeside(right, [each])
    return parting >= 0 && program.named.includes(steps[parting].node)
  })
  if (token === undefined || program.graph.outputs.every(({ name }) => name !== pass.seed)) return null
  return {
    place: placeInPass(pass, 'adjoints.results'),
    text: `An engine with one bug ran the adjoint pass of ${inMath(pass.seed)}, and this is what it found, in its own order.`,
    ask: { question: 'Which adjoint is the first wrong one? Press its node.', kind: 'node', of: `bug ${token}` },
    reveal: { move: 'end', says: 'The right pass stands in the graph.' },
  }
}
