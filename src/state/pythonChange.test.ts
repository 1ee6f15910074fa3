import { describe, expect, it } from 'vitest'
import type { Input, Value } from '../core.ts'
import { applyChanges } from '../language/edits.ts'
import { pythonChange } from './pythonChange.ts'

/** The text after an input whose value is the literal has got another one; null where the text cannot say it. */
function given(source: string, literal: string, value: Value): string | null {
  const from = source.indexOf(literal)
  const input = { name: 'x', node: 0, role: null, value: 0, literal: { from, to: from + literal.length } } as Input
  const change = pythonChange(source, input, value)
  return change && applyChanges(source, [change])
}

describe('another value of an input in a Python program', () => {
  it('keeps the point of a float, and a whole number whole', () => {
    expect(given('x = 2.0', '2.0', 3)).toBe('x = 3.0')
    expect(given('x = 2', '2', 3)).toBe('x = 3')
    expect(given('x = 2', '2', 2.5)).toBe('x = 2.5')
    expect(given('x = 1e-3', '1e-3', 1)).toBe('x = 1.0')
    expect(given('x = -2.', '-2.', -0)).toBe('x = -0.0')
    expect(given('x = 1_000', '1_000', -4)).toBe('x = -4')
  })

  it('changes only the numbers of a list that differ, and leaves its lines as they are', () => {
    const rows = 'W = np.array([[1.0, -2.0],\n              [3.0, .5]])'
    const literal = rows.slice(rows.indexOf('['), -1)
    expect(
      given(rows, literal, [
        [1, -2],
        [4, 0.5],
      ]),
    ).toBe('W = np.array([[1.0, -2.0],\n              [4.0, .5]])')
    expect(given('x = [1, 2]', '[1, 2]', [1, 7])).toBe('x = [1, 7]')
    expect(given('x = (1, 2.5)', '(1, 2.5)', [1.5, 2.5])).toBe('x = (1.5, 2.5)')
  })

  it('replaces arithmetic of constants as a whole', () => {
    expect(given('x = 1/3', '1/3', 2)).toBe('x = 2.0')
    expect(given('x = np.pi', 'np.pi', 3)).toBe('x = 3.0')
    expect(given('x = 2*3', '2*3', 7)).toBe('x = 7')
  })

  it('writes what is no finite number by its name', () => {
    expect(given('x = 2.0', '2.0', Number.NEGATIVE_INFINITY)).toBe("x = float('-inf')")
    expect(given('x = 2.0', '2.0', Number.NaN)).toBe("x = float('nan')")
  })

  it('says that the text cannot give it where no literal is the value', () => {
    expect(given('x = np.ones(2)', 'np.ones(2)', [1, 2])).toBeNull()
    expect(given('x = float("3")', 'float("3")', 1)).toBeNull()
    expect(given('x = [0.0]*2', '[0.0]*2', [1, 2])).toBeNull()
    expect(given('x = [1.0, y2]', '[1.0, y2]', [1, 2])).toBeNull()
  })
})
