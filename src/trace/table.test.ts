import { expect, test } from 'vitest'
import { completeFrame, frameAt, passesOf, passNamed } from './fixtures.ts'
import { traceRows } from './table.ts'

const BAYDIN = 'x1 = 2\nx2 = 5\ny = ln(x1) + x1*x2 - sin(x2)'

// Baydin, Pearlmutter, Radul, Siskind 2018, Table 2.
test('the tangent trace of the survey, in tape order', () => {
  const rows = traceRows(completeFrame(passNamed(BAYDIN, 'forward', 'x1')))
  expect(rows.map(({ symbol, operation }) => [symbol.text, operation?.text])).toEqual([
    ['x₁', undefined],
    ['x₂', undefined],
    ['v₁', 'log(x₁)'],
    ['v₂', 'x₁·x₂'],
    ['v₃', 'v₁ + v₂'],
    ['v₄', 'sin(x₂)'],
    ['v₅', 'v₃ − v₄'],
  ])
  expect(rows.map(({ derivative }) => derivative)).toEqual([1, 0, 0.5, 5, 5.5, 0, 5.5])
  expect(rows.map(({ state }) => state)).toEqual(['known', 'absent', 'known', 'known', 'known', 'absent', 'active'])
  expect(rows.at(-1)?.definitions).toEqual(['y'])
})

// Table 3: the sum of both contributions stands in one row.
test('the adjoint trace of the survey', () => {
  const rows = traceRows(completeFrame(passNamed(BAYDIN, 'reverse', 'y')))
  expect(rows[0].formula?.speech).toBe('x1 bar equals v2 bar times x2, plus v1 bar times 1 over x1')
  expect(rows[0].derivative).toBe(5.5)
  expect(rows[5].formula?.text.normalize('NFC')).toBe('v̄₄ = −ȳ'.normalize('NFC'))
  expect(rows[1].derivative).toBeCloseTo(1.716, 3)
})

test('what is not yet known has no number', () => {
  const primal = traceRows(frameAt(passesOf(BAYDIN, 'forward').get(0), 3))
  expect(primal.map(({ value }) => value !== null)).toEqual([true, true, true, false, false, false, false])
  const tangent = traceRows(frameAt(passNamed(BAYDIN, 'forward', 'x1'), 0))
  expect(tangent.every(({ derivative, value }) => derivative === null && value !== null)).toBe(true)
})

test('constants have no row, but stand in the operations', () => {
  const rows = traceRows(completeFrame(passNamed('x = 3\nf = -2*x^3', 'forward', 'x')))
  expect(rows.map(({ operation }) => operation?.text)).toEqual([undefined, 'x³', '−2·v₁'])
  expect(rows[1].formula?.text.normalize('NFC')).toBe('v̇₁ = ẋ·3·x²'.normalize('NFC'))
})
