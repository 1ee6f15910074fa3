import type { Mode } from '../../../autodiff/pass.ts'
import { grouped } from '../../../language/words.ts'
import type { Key } from '../key.ts'

/** Of which mode a count is less: `forward`, `reverse`, `the same`. */
export function lesserMode(counts: Readonly<Record<Mode, number>>, what: string, hints: readonly string[]): Key {
  const { forward, reverse } = counts
  const token = forward === reverse ? 'the same' : forward < reverse ? 'forward' : 'reverse'
  const told = `Here forward mode takes ${grouped(forward)} ${what}, reverse mode ${grouped(reverse)}.`
  return {
    right: { form: 'token', token },
    slipOf: ({ token: given = '' }) => (['forward', 'reverse', 'the same'].includes(given) ? told : null),
    hints: () => hints,
  }
}
