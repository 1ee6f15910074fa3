import { describe, expect, it } from 'vitest'
import { primalOf } from '../../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../../verification/fixtures/programs.ts'
import { breakEven } from '../../../costs/breakEven.ts'
import { compact, costVerdict } from './words.ts'

const verdictOf = (source: string) => costVerdict(breakEven(primalOf(source)))

describe('the verdict', () => {
  it('names the mode with fewer passes and fewer operations', () => {
    expect(verdictOf('a = 1\nb = 2\nc = 3\nf = sin(a*b)*sin(b*c)')).toMatch(
      /^3 inputs, 1 output: reverse mode, 1 pass against 3; \d+ operations against \d+\.$/,
    )
  })

  it('says where operations are equal', () => {
    expect(verdictOf(LECTURE)).toBe('2 inputs, 1 output: reverse mode, 1 pass against 2; 8 operations each.')
    expect(verdictOf('x = 2\nf = sin(x)')).toBe('1 input, 1 output: both modes alike, 1 pass each; 3 operations each.')
  })

  it('says where fewer passes take more operations', () => {
    expect(verdictOf('a = 1\nb = 2\nf = sin(sin(sin(a*b)))\ng = a + 1\nh = b + 1')).toMatch(
      /^2 inputs, 3 outputs: forward mode takes fewer passes, 2 against 3; reverse mode fewer operations, \d+ against \d+\.$/,
    )
  })

  it('says where there is nothing to count', () => {
    expect(verdictOf('x = 3')).toBe('No derivative is asked for: there is no output.')
  })

  it('counts the entries of arrays', () => {
    expect(verdictOf('W = [[1, 2], [3, 4]]\nf = sum(W*W)')).toMatch(
      /^4 inputs, 1 output: reverse mode, 1 pass against 4/,
    )
  })
})

it('writes large counts in few letters', () => {
  expect([0, 9_876, 12_345, 394_210, 999_499, 35_207_494].map((count) => compact(count))).toEqual([
    '0',
    '9,876',
    '12.3k',
    '394k',
    '999k',
    '35.2M',
  ])
})
