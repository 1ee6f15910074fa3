import fc from 'fast-check'
import katex from 'katex'
import { expect, test } from 'vitest'
import { briefName, displayAdjoint, displayName, displayTangent, latexName } from './names.ts'

test.each([
  ['x1', 'x₁', 'x_{1}'],
  ['x_12', 'x₁₂', 'x_{12}'],
  ['w0', 'w₀', 'w_{0}'],
  ['alpha', 'α', '\\alpha'],
  ['α1', 'α₁', '\\alpha_{1}'],
  ['β₁', 'β₁', '\\beta_{1}'],
  ['x₁₂', 'x₁₂', 'x_{12}'],
  ['lambda_2', 'λ₂', '\\lambda_{2}'],
  ['xy', 'xy', '\\mathit{xy}'],
  ['x_hat', 'x_hat', 'x_{\\mathit{hat}}'],
  ['w_1_2', 'w_1_2', 'w_{1,2}'],
  ['learning_rate', 'learning_rate', '\\mathit{learning\\_rate}'],
  ['fc1.weight', 'fc1.weight', '\\textit{fc1.weight}'],
  ['x1 (line 4, round 2)', 'x₁ (line 4, round 2)', 'x_{1}\\textrm{ (line 4, round 2)}'],
  ['w (line 4)[0,1]', 'w (line 4)[0,1]', 'w\\textrm{ (line 4)}[0,1]'],
  ['round 2', 'round 2', '\\textit{round 2}'],
  ['nn.Linear', 'nn.Linear', '\\textit{nn.Linear}'],
])('%s is shown as %s and typeset as %s', (name, display, latex) => {
  expect(displayName(name)).toBe(display)
  expect(latexName(name)).toBe(latex)
})

test.each([
  ['x1 (round 12)', 'x₁⁽¹²⁾'],
  ['x (round 2.1)', 'x⁽².¹⁾'],
  ['x (line 4, round 2)', 'x⁽²⁾ line 4'],
  ['x (line 4, round 2, value 3)', 'x⁽²⁾ line 4, value 3'],
  ['x (line 4)', 'x (line 4)'],
  ['round 2', 'round 2'],
])('%s is shown as %s where there is little room', (name, brief) => expect(briefName(name)).toBe(brief))

test('the mark of a derivative stands over the letter, not over the subscript', () => {
  expect(displayTangent('x1')).toBe('x\u0307₁')
  expect(displayAdjoint('x1')).toBe('x\u0304₁')
  expect(latexName('x1', '\\dot')).toBe('\\dot{x}_{1}')
  expect(displayAdjoint('x1 (line 4)')).toBe('x\u0304₁ (line 4)')
  expect(latexName('x1 (line 4)', '\\bar')).toBe('\\bar{x}_{1}\\textrm{ (line 4)}')
})

test('no name, whatever its characters, breaks out of LaTeX', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...'x1_\\{}$%#&^~α変ж́é𝑥 .,:()[]=+*/-') })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (name) => {
      fc.pre(name !== '')
      for (const accent of ['', '\\dot', '\\bar'])
        katex.renderToString(`{${latexName(name, accent)}} + 1`, { throwOnError: true, strict: 'error' })
      expect(latexName(name)).not.toMatch(/\$|%|#|&|~/)
    }),
    { numRuns: 300 },
  )
}, 30_000)
