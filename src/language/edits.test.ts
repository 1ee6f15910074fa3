import { describe, expect, it } from 'vitest'
import { applyChanges, deleting, inserting, lineForInput, replacing } from './edits.ts'

describe('changes', () => {
  it('refer to the text before them, in any order', () => {
    const changes = [replacing({ from: 4, to: 5 }, 'xyz'), deleting({ from: 0, to: 2 }), inserting(8, '!')]
    for (const order of [changes, changes.toReversed()]) expect(applyChanges('a = b + c', order)).toBe('= xyz + !c')
  })

  it('at one place stand in the order given, before what is replaced there', () => {
    const changes = [replacing({ from: 1, to: 2 }, 'B'), inserting(1, '1'), inserting(1, '2')]
    expect(applyChanges('abc', changes)).toBe('a12Bc')
  })
})

/** The program with a line for x, below that of the last of these values. */
const withLine = (source: string, ...values: string[]): string => {
  const inputs = values.map((value) => ({ literal: { from: source.indexOf(value), to: source.indexOf(value) + 1 } }))
  return applyChanges(source, [lineForInput(source, [{ literal: null }, ...inputs], 'x = 1')])
}

describe('a new input', () => {
  it.each([
    ['f = x', [], 'x = 1\nf = x'],
    ['a = 2\nf = a*x', ['2'], 'a = 2\nx = 1\nf = a*x'],
    ['a = 2; b = 3\nf = a*b*x\n', ['2', '3'], 'a = 2; b = 3\nx = 1\nf = a*b*x\n'],
    ['f = x\na = 2', ['2'], 'f = x\na = 2\nx = 1'],
    ['a = 2; f = (a*\n x) # a (\ng = a', ['2'], 'a = 2; f = (a*\n x) # a (\nx = 1\ng = a'],
    ['g(a) = a*x\nf = g([2,\n 3][0])', ['3'], 'g(a) = a*x\nf = g([2,\n 3][0])\nx = 1'],
  ])('has its line below those of the others: %j', (source, values, expected) => {
    expect(withLine(source, ...values)).toBe(expected)
  })
})
