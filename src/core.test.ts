import { describe, expect, it } from 'vitest'
import { compile, differentiate } from './core.ts'

describe('differentiate', () => {
  it('takes the point that it is given', () => {
    const { outputs, jacobian } = differentiate('x = 2\nf = x^3', { at: { x: -1 }, mode: 'forward' })
    expect(outputs.f).toBe(-1)
    expect(jacobian.f.x).toBe(3)
  })

  it('gives empty records where the program has errors, for names without a prototype', () => {
    for (const source of ['f = (', 'f = g(', 'a = b\nb = a']) {
      const { outputs, jacobian, diagnostics } = differentiate(source, { mode: 'reverse' })
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      expect(Object.keys(outputs)).toEqual([])
      expect(Object.keys(jacobian)).toEqual([])
      expect(Object.getPrototypeOf(outputs)).toBeNull()
      expect(Object.getPrototypeOf(jacobian)).toBeNull()
    }
  })
})

describe('compile', () => {
  it.each([
    ...[
      '',
      ' ',
      '\n',
      '#',
      ';;;',
      '=',
      'x =',
      '= 2',
      'f(',
      'f()',
      'f() = 2',
      '()',
      ')',
      '1 2',
      'x y',
      '@',
      '\ud800',
      '2 = x',
    ],
    ...[
      'output',
      'output x',
      'param',
      'const',
      'max()',
      'where(1)',
      'f(x) = x\nf()',
      'f(1',
      'g(a) = g',
      '-',
      '2^',
      'e = pi',
    ],
    ...[
      'output f\nf',
      'f(x, y) = x\nf(1)',
      'f(e) = e',
      'f(f) = f',
      'g(a) = 1\ng',
      'sin',
      'sin = sin',
      'x = y = 2',
      'pi(2)',
    ],
  ])('says what is wrong with %j within the text, if anything, and does not throw', (source) => {
    const { graph, diagnostics } = compile(source)
    if (!graph) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    for (const { from, to } of diagnostics) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThanOrEqual(source.length)
    }
  })
})
