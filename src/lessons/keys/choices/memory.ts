import { memoryOf } from '../../../costs/memory.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { lesserMode } from './lesserMode.ts'

export const memoryKey: KeyRecord = {
  word: 'less',
  form: 'less memory',
  title: 'The mode that stores fewer numbers at once: forward, reverse, the same',
  kinds: ['choice'],
  compute: ({ setting: { primal }, words: [memory] }) => {
    if (memory !== 'memory') noKey('Write “less memory”.')
    const stored = { forward: memoryOf(primal, 'forward').peak, reverse: memoryOf(primal, 'reverse').peak }
    return lesserMode(stored, SLIPS, HINT)
  },
}

const SLIPS = {
  forward:
    'Forward mode forgets values that nothing reads any more. Here it has much to hold at its widest place: count there.',
  reverse: 'Fewer passes are less time, not less memory: what happens to the values that the way back reads again?',
  'the same':
    'The one mode may forget a value as soon as nothing reads it any more; the other reads it again on the way back.',
}
const HINT = 'Which numbers can be forgotten while a tangent pass goes on? Which does an adjoint pass read again?'
