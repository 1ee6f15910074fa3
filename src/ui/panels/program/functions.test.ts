import { expect, it } from 'vitest'
import { spellings } from '../../../primitives/index.ts'
import { functions } from './functions.ts'

const wordsOf = (name: string) => functions.find((words) => words.name === name)

it('every function that can be called is described', () => {
  for (const spelling of spellings()) expect([spelling, wordsOf(spelling)?.meaning]).not.toEqual([spelling, undefined])
})

it('functions of arrays say how they are called', () => {
  expect(wordsOf('reshape')?.operands).toBe('(x, [2, 3])')
  expect(wordsOf('sum')?.operands).toBe('(x, axis=0)')
  expect(wordsOf('randn')?.operands).toBe('([2, 3], seed)')
  expect(wordsOf('dense')).toMatchObject({ operands: '(x, W, b)' })
  expect(wordsOf('sin')?.operands).toBe('(x)')
})
