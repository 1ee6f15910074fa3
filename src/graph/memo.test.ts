import { expect, test } from 'vitest'
import { memo } from './memo.ts'

test('what is found for an object is found once; another object that is equal to it is another', () => {
  let calls = 0
  const found = memo((of: { readonly x: number }) => ({ double: 2 * of.x, call: ++calls }))
  const one = { x: 3 }
  expect(found(one)).toBe(found(one))
  expect(found({ x: 3 })).toEqual({ double: 6, call: 2 })
})
