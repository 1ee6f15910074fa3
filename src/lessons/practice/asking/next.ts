import { waitsFor } from '../../keys/nodes/next.ts'
import { type Asking, inMath, nameOf, placeInPass, somePass } from './asking.ts'

export const askNext: Asking = (program, draw) => {
  const pass = somePass(program, draw, 'reverse')
  if (pass.steps.length < 4) return null
  const step = 1 + draw.below(pass.steps.length - 2)
  if (!program.named.includes(pass.steps[step])) return null
  // Where another node’s turn could come as well, only the tape decides, which nobody can know.
  const ready = Array.from(pass.steps.subarray(step)).filter((node) => waitsFor(pass, step, node).length === 0)
  if (ready.length > 1) return null
  const last = inMath(nameOf(program, pass.steps[step - 1]), '\\bar')
  return {
    place: placeInPass(pass, 'adjoints.results', step),
    text: `The adjoint pass has come as far as ${last}.`,
    ask: { question: 'Which node gets its adjoint next?', kind: 'node', of: 'next' },
    reveal: {
      move: 'next',
      says: 'It goes back along the tape: a node’s turn comes when all that read it have sent theirs.',
    },
  }
}
