import { expect, test } from 'vitest'
import { countText } from './counts.ts'

test('2 to the 100 is written out in groups of three', () => {
  expect(countText(2n ** 100n)).toBe('1,267,650,600,228,229,401,496,703,205,376')
  expect(countText(10n ** 1000n)).toBe('10¹⁰⁰⁰ or more')
  expect(countText(999n)).toBe('999')
})
