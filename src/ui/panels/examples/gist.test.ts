import { expect, it } from 'vitest'
import { gist } from './gist.ts'

it('leaves out inputs and comments', () => {
  expect(gist('# sum\nx1 = 2\nparam w = -1e-3\nf = x1*w', 3)).toBe('f = x1*w')
})

it('says that there is more', () => {
  expect(gist('a = x\nb = a*a\nc = b*b', 2)).toBe('a = x\nb = a*a\n…')
})

it('shows inputs where there is nothing else', () => {
  expect(gist('x = 2\ny = 3', 1)).toBe('x = 2')
})
