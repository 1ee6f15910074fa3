import { total } from '../../../costs/counts.ts'
import { modeCounts } from '../../../costs/modeCounts.ts'
import { count } from '../../../language/words.ts'
import type { KeyRecord } from '../key.ts'
import { lesserMode } from './lesserMode.ts'

export const fasterKey: KeyRecord = {
  word: 'faster',
  form: 'faster',
  title: 'The mode that takes fewer operations: forward, reverse, the same',
  kinds: ['choice'],
  compute: ({ setting: { primal } }) => {
    const [forward, reverse] = [modeCounts(primal, 'forward'), modeCounts(primal, 'reverse')]
    const [tangents, adjoints] = [
      count(forward.passes, 'tangent pass', 'tangent passes'),
      count(reverse.passes, 'adjoint pass', 'adjoint passes'),
    ]
    const slips = {
      forward: `Forward mode takes ${tangents} here. A sweep back costs about as much as one ahead.`,
      reverse: `Reverse mode takes ${adjoints} here, and each costs about as much as a tangent pass, or more.`,
      'the same': 'One pass costs about the same in both modes: how many passes does each take here?',
    }
    return lesserMode(
      { forward: total(forward.all), reverse: total(reverse.all) },
      slips,
      `Forward mode takes ${tangents}, reverse mode ${adjoints}. What does each cost?`,
    )
  },
}
