import type { Mode } from '../../../autodiff/pass.ts'
import type { Key } from '../key.ts'

/** What a choice gets wrong, by its token: `forward`, `reverse`, `the same`. */
type ModeSlips = Readonly<Record<Mode | 'the same', string>>

/** Of which mode a count is less: `forward`, `reverse`, `the same`. */
export function lesserMode({ forward, reverse }: Readonly<Record<Mode, number>>, slips: ModeSlips, hint: string): Key {
  const token = forward === reverse ? 'the same' : forward < reverse ? 'forward' : 'reverse'
  return {
    right: { form: 'token', token },
    slipOf: ({ token: given = '' }) => (Object.hasOwn(slips, given) ? slips[given as keyof ModeSlips] : null),
    hints: () => [hint],
  }
}
