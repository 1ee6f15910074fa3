import { total } from '../../../costs/counts.ts'
import { modeCounts } from '../../../costs/modeCounts.ts'
import type { KeyRecord } from '../key.ts'
import { lesserMode } from './lesserMode.ts'

export const fasterKey: KeyRecord = {
  word: 'faster',
  form: 'faster',
  title: 'The mode that takes fewer operations: forward, reverse, the same',
  kinds: ['choice'],
  compute: ({ setting: { primal } }) => {
    const [forward, reverse] = [modeCounts(primal, 'forward'), modeCounts(primal, 'reverse')]
    return lesserMode({ forward: total(forward.all), reverse: total(reverse.all) }, 'operations', [
      `Forward mode takes ${forward.passes} tangent ${forward.passes === 1 ? 'pass' : 'passes'}, reverse mode ${reverse.passes} adjoint ${reverse.passes === 1 ? 'pass' : 'passes'}. What does each cost?`,
    ])
  },
}
