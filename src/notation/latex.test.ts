import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { parse } from '../language/parse.ts'
import type { Expression } from '../language/syntax.ts'
import { partialFormula, readFormula } from '../primitives/formula.ts'
import { primitives } from '../primitives/index.ts'
import { expressionLatex } from './latex.ts'
import { expressionText } from './plain.ts'
import { spokenExpression } from './spoken.ts'

describe('expressions have the brackets that they need and no others', () => {
  test.each([
    ['x1*x2 + sin(x1)', 'x_{1} \\cdot x_{2} + \\sin\\left(x_{1}\\right)', 'x₁·x₂ + sin(x₁)'],
    ['(a + b)*c', '\\left(a + b\\right) \\cdot c', '(a + b)·c'],
    ['a - (b - c)', 'a - \\left(b - c\\right)', 'a − (b − c)'],
    ['(a + b)/(c + d)', '\\frac{a + b}{c + d}', '(a + b)/(c + d)'],
    ['-x^2', '-{x}^{2}', '−x²'],
    ['(-x)^2', '{\\left(-x\\right)}^{2}', '(−x)²'],
    ['a*(-b)', 'a \\cdot \\left(-b\\right)', 'a·(−b)'],
    ['2^3^x', '{2}^{{3}^{x}}', '2^3^x'],
    ['(a^b)^c', '{\\left({a}^{b}\\right)}^{c}', '(a^b)^c'],
    ['expm1(x)*y', '\\left(e^{x} - 1\\right) \\cdot y', 'expm1(x)·y'],
    ['square(x + 1)', '{\\left(x + 1\\right)}^{2}', 'square(x + 1)'],
    ['exp(x)^2', '{\\left(e^{x}\\right)}^{2}', 'exp(x)²'],
  ])('%s', (source, latex, text) => {
    expect(expressionLatex(readFormula(source).tree)).toBe(latex)
    expect(expressionText(readFormula(source).tree)).toBe(text)
  })
})

test('expressions in words', () => {
  expect(spokenExpression(readFormula('(a + 1)*sin(x1)^2').tree)).toBe(
    'open bracket a plus 1 close bracket times sine of x1 squared',
  )
})

test('every partial of the registry renders, and its text reads back as a formula', () => {
  for (const primitive of primitives)
    for (const slot of typeof primitive.arity === 'number' ? [0, primitive.arity - 1] : [0, 2]) {
      const formula = partialFormula(primitive, slot, 3).tree
      katex.renderToString(expressionLatex(formula), { throwOnError: true, strict: 'error' })
      expect(spokenExpression(formula)).not.toMatch(/undefined|of of/)
      expect(parse(expressionText(formula).replaceAll(' = ', ' == ')).diagnostics).toEqual([])
    }
})

test('an expression of any depth is cut off', () => {
  let deep: Expression = readFormula('x').tree
  for (let i = 0; i < 100_000; i++)
    deep = { kind: 'infix', operator: '+', left: deep, right: readFormula('y').tree, from: 0, to: 0 }
  expect(expressionLatex(deep).length).toBeLessThan(1000)
  expect(expressionText(deep)).toMatch(/^…( \+ y)+$/)
})
