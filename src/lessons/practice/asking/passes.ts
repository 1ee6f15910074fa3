import { MODES } from '../../../autodiff/pass.ts'
import { END_NAMES } from '../../../notation/modes.ts'
import type { Asking } from './asking.ts'

export const askPasses: Asking = (_, draw) => {
  const mode = draw.of(MODES)
  const added = draw.of(['', 'input', 'output'] as const)
  const after = added === '' ? '' : `, if it had one more ${added}, a number`
  return {
    place: 'mode=compare&pass=primal&step=0&hide=counts',
    text: 'The whole Jacobian is asked for: every output by every input.',
    ask: {
      question: `How many passes does ${mode} mode take for this program${after}? The primal pass does not count.`,
      ...{ kind: 'count', of: `passes ${mode}${added === '' ? '' : ` with ${added}`}` },
    },
    reveal: {
      move: 'end',
      says: `${mode === 'forward' ? 'Forward' : 'Reverse'} mode takes a pass for each ${END_NAMES[mode]}; of an array, for each of its entries.`,
    },
  }
}
