import { expect, test } from 'vitest'
import { saidFormula } from './said.ts'

test.each([
  ['\\partial f/\\partial x_1', '∂ f/∂ x 1'],
  ['\\frac{1}{1+e^{-w x}}', '1 over 1+e to the minus w x'],
  ['\\frac{\\frac{a}{b}}{c}', 'a over b over c'],
  ['\\bar v_2 = \\bar v_3 \\cdot x_1', 'bar v 2 equals bar v 3 times x 1'],
  ['\\cos 2 + 3 = 2.584', 'cos 2 + 3 equals 2.584'],
  ['x^2', 'x squared'],
])('%s is said', (latex, said) => {
  expect(saidFormula(latex)).toBe(said)
})
