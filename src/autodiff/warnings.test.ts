import { describe, expect, it } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { valueWarnings } from './warnings.ts'

function warningsOf(source: string): string[] {
  return valueWarnings(primalOf(source)).map(({ message, from, to }) => `${source.slice(from, to)}: ${message}`)
}

describe('a warning about values', () => {
  it.each([
    ['x = -1\nf = 2*log(x)', 'log(x): log of −1 is not a real number: the value is NaN.'],
    ['x = 0\nf = 1 + 1/x', '1/x: Division by zero gives Infinity.'],
    ['x = 0\nf = -1/x', '-1/x: Division by zero gives −Infinity.'],
    ['x = 0\nf = x/x', 'x/x: Division by zero gives NaN.'],
    ['x = 0\nf = log(x)', 'log(x): log of 0 is −Infinity.'],
    ['x = 710\nf = exp(x)', 'exp(x): exp of 710 is too large for a number: the value is Infinity.'],
    ['x = -1\nf = x^0.5', 'x^0.5: −1 ^ 0.5 is not a real number: the value is NaN.'],
    ['S = [[1, 2], [2, 4]]\nf = inv(S)', 'inv(S): inv gives NaN, since the matrix is singular.'],
    ['S = [[1, 2], [2, 4]]\nf = solve(S, [1, 1])', 'solve(S, [1, 1]): solve gives NaN, since the matrix is singular.'],
    ['S = [[1, 2], [2, 4]]\nf = logdet(S)', 'logdet(S): logdet gives −Infinity, since the matrix is singular.'],
    ['S = [[0, 1], [1, 0]]\nf = logdet(S)', 'logdet(S): logdet gives NaN, since the determinant is negative.'],
  ])('names the cause in %j', (source, warning) => {
    expect(warningsOf(source)).toEqual([warning])
  })

  it('is given once, where the value first leaves the finite numbers', () => {
    expect(warningsOf('x = -1\ny = sqrt(x)\nf = sin(y)*2 + y')).toHaveLength(1)
  })

  it('is not given for a branch that where does not choose', () => {
    expect(warningsOf('x = -1\nf = where(x > 0, log(x), 0)')).toEqual([])
  })

  it('is not given for finite values', () => {
    expect(warningsOf('x = 2\nf = log(x)/x')).toEqual([])
  })
})
