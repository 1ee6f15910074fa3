import { expect, it } from 'vitest'
import { familiar } from './familiar.ts'

it.each(familiar)('$name is real and smooth everywhere', ({ domain, conventions, value, partials: [partial] }) => {
  expect([domain, conventions]).toEqual([undefined, undefined])
  for (const x of [-30, -1, 0, 0.5, 30]) expect(Number.isFinite(partial(x, value(x)))).toBe(true)
})
