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
    return lesserMode(stored, 'numbers at once', [
      'Which numbers can be forgotten while a tangent pass goes on? Which does an adjoint pass read again?',
    ])
  },
}
