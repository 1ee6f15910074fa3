import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latexLiteral, latexNumber } from './latexNumbers.ts'
import { exact, fittingDecimal, short } from './numbers.ts'
import { spelled, spokenNumber } from './spokenNumbers.ts'

describe('short numbers', () => {
  test.each([
    [6.909297426825682, '6.909'],
    [-0.4161468365471424, '−0.4161'],
    [2, '2'],
    [1.5, '1.5'],
    [123456, '123456'],
    [12345.6, '1.235×10⁴'],
    [9999.96, '1×10⁴'],
    [1234567, '1.235×10⁶'],
    [0.001234, '0.001234'],
    [0.0001234, '1.234×10⁻⁴'],
    [-1e-300, '−1×10⁻³⁰⁰'],
    [0, '0'],
    [-0, '0'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'NaN'],
  ])('%d has four significant figures: %s', (x, text) => expect(short(x)).toBe(text))

  test('are within half a unit of the fourth figure, and never longer than 13 characters', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e308, max: 1e308, noNaN: true }), (x) => {
        const text = short(x)
        const plain = text.replaceAll('−', '-').replace(
          /×10(.+)$/,
          (_, digits: string) =>
            `e${[...digits]
              .map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(d))
              .map((d) => (d > 9 ? '-' : d))
              .join('')}`,
        )
        expect(Math.abs(Number(plain) - x)).toBeLessThanOrEqual(Math.abs(x) * 5.0001e-4 + Number.MIN_VALUE)
        expect(text.length).toBeLessThanOrEqual(13)
      }),
    )
  })
})

test('the exact form reads back to the same double, signed zeros too', () => {
  fc.assert(fc.property(fc.double(), (x) => Object.is(Number(exact(x)), x)))
  expect([Number.NaN, Infinity, -Infinity, -0, 0].map(exact)).toEqual(['NaN', 'Infinity', '-Infinity', '-0', '0'])
})

test('numbers in LaTeX and in speech say the same', () => {
  expect(latexNumber(-1.2346e-7)).toBe('-1.235\\times 10^{-7}')
  expect(spokenNumber(-1.2346e-7)).toBe('minus 1.235 times 10 to the minus 7')
  expect(latexNumber(Number.NEGATIVE_INFINITY)).toBe('-\\infty')
  expect(spokenNumber(Number.NEGATIVE_INFINITY)).toBe('minus infinity')
  expect(spokenNumber(Number.NaN)).toBe('not a number')
})

test('literals keep all their digits', () => {
  expect(latexLiteral(0.044715)).toBe('0.044715')
  expect(latexLiteral(6.02214076e23)).toBe('6.02214076\\times 10^{23}')
})

test('counts are words up to ten', () => expect([0, 2, 10, 11].map(spelled)).toEqual(['no', 'two', 'ten', '11']))

describe('a number in a field', () => {
  test.each([
    [1.4999999999999998, 7, '1.5'],
    [-0.012345678, 7, '-0.0123'],
    [0.3333333333333333, 6, '0.3333'],
    [123456.789, 6, '123457'],
    [-1.2345e-7, 7, '-1.2e-7'],
    [1e300, 4, '1e300'],
    [2.5, 7, '2.5'],
  ])('%d in %d characters: %s', (x, room, text) => expect(fittingDecimal(x, room)).toBe(text))

  test('keeps all digits where there is room, and is always as near as its digits allow', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.integer({ min: 9, max: 30 }), (x, room) => {
        const text = fittingDecimal(x, room)
        expect(text.length).toBeLessThanOrEqual(room)
        expect(Math.abs(Number(text) - x)).toBeLessThanOrEqual(Math.abs(x) * 0.5 + Number.MIN_VALUE)
        if (exact(x).length <= room) expect(Object.is(Number(text), x)).toBe(true)
      }),
    )
  })
})
