import { describe, expect, it } from 'vitest'
import { valueWarnings } from '../src/autodiff/warnings.ts'
import { adjoint, compile, differentiate, primal, tangent } from '../src/core.ts'
import { MAX_ERRORS } from '../src/language/limits.ts'
import { graphOf } from './fixtures/compiled.ts'
import { expectCompiles } from './strings.ts'

const errorsOf = (source: string): string[] =>
  compile(source, { language: 'gradual' }).diagnostics.flatMap(({ severity, message }) =>
    severity === 'error' ? [message] : [],
  )

function warningsOf(source: string): string[] {
  const graph = graphOf(source)
  return valueWarnings(primal(graph)).map(({ message }) => message)
}

const DEEP = 100_000
const nested = (open: string, close: string) => `x = 2\nf = ${open.repeat(DEEP)}x${close.repeat(DEEP)}`

describe('depth past the limit', () => {
  it.each([
    ['brackets', nested('(', ')')],
    ['brackets that are never closed', nested('(', '')],
    ['calls', nested('sin(', ')')],
    ['signs', nested('-', '')],
    ['powers', nested('2^', '')],
  ])('of %s is one clear message or a graph', (_, source) => {
    expectCompiles(source)
    expect(errorsOf(source).length).toBeLessThanOrEqual(1)
  })

  it('of brackets that were never opened is as many messages as are listed', () => {
    expect(errorsOf(nested('', ')'))).toHaveLength(MAX_ERRORS)
  })

  it('names the limit', () => {
    expect(errorsOf(nested('(', ')'))[0]).toContain('10,000')
  })
})

describe('a program of 1 MB', () => {
  const operations = 100_000
  // Ten characters for each operation.
  const source = `x = 0.5\nf = ${'sin(x)  + '.repeat(operations / 2)}x`
  const wide = `x = 0.5\n${Array.from({ length: 45_000 }, (_, i) => `y${String(i).padStart(5, '0')} = ${i}.5 + x*x`).join('\n')}`

  it('with 10⁵ operations is a graph that both modes run over', () => {
    const graph = graphOf(source, { shareSubexpressions: false })
    expect(graph.op.filter((op) => op >= 0)).toHaveLength(operations)
    const pass = primal(graph)
    expect(tangent(pass, { x: 1 }).outputs.f).toBeCloseTo((operations / 2) * Math.cos(0.5) + 1, 5)
    expect(adjoint(pass, { f: 1 }).inputs.x).toBeCloseTo((operations / 2) * Math.cos(0.5) + 1, 5)
  })

  it('with 45,000 outputs is a graph', () => {
    expect(wide.length).toBeGreaterThan(9e5)
    expect(compile(wide).graph?.outputs).toHaveLength(45_000)
  })

  it('with more operations than the limit is one clear message', () => {
    const [message, ...others] = errorsOf(`x = 0.5\nf = ${'x+'.repeat(250_000)}x`)
    expect(message).toContain('200,000')
    expect(others).toEqual([])
  })

  it('and more is one clear message', () => {
    const [message, ...others] = errorsOf('x'.repeat(2_000_000))
    expect(message).toMatch(/1,100,000/)
    expect(others).toEqual([])
  })
})

describe('a name of 10,000 letters', () => {
  const name = 'n'.repeat(10_000)

  it('is a name like any other', () => {
    const { outputs, jacobian } = differentiate(`${name} = 3\nf = ${name}^2`, { mode: 'reverse' })
    expect(outputs.f).toBe(9)
    expect(jacobian.f[name]).toBe(6)
  })

  it.each([`f = ${name}(1)`, `${name} = ${name}`, `f = ${name} ${name}`, `${name} = 1\n${name} = 2`, `f = ${name}`])(
    'does not make a message long',
    (source) => {
      expectCompiles(source)
      for (const { message } of compile(source).diagnostics) expect(message.length).toBeLessThan(300)
    },
  )
})

describe('a mistake', () => {
  it.each([
    ['a cycle', 'a = b + 1\nb = c*2\nc = a', /a.*b.*c.*a/],
    ['a definition of itself', 'x = x + 1', /x/],
    ['a function that calls itself', 'f(x) = f(x) + 1\ny = f(2)', /f/],
    ['a duplicate definition', 'x = 1\nx = 2\nf = x', /“x”/],
    ['an unknown function', 'x = 1\nf = sine(x)', /“sine”.*sin/],
    ['too many operands', 'x = 1\nf = sin(x, x)', /sin/],
    ['too few operands', 'x = 1\nf = atan2(x)', /atan2/],
    ['too few operands of a function of the program', 'g(a, b) = a*b\nf = g(1)', /“?g/],
  ])('that is %s is one error that names it', (_, source, says) => {
    const errors = errorsOf(source)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(says)
  })

  it('in a cycle of functions and names is an error', () => {
    expect(errorsOf('g(a) = h(a)\nh(a) = g(a)\nf = g(1)')).toHaveLength(1)
  })
})

describe('a value that is no finite number', () => {
  it.each([
    ['x = 0\nf = 1/x', 'Division by zero gives Infinity.'],
    ['x = -1\nf = log(x)', 'log of −1 is not a real number: the value is NaN.'],
  ])('is a warning, and the passes run: %j', (source, warning) => {
    expect(errorsOf(source)).toEqual([])
    expect(warningsOf(source)).toEqual([warning])
    expectCompiles(source)
  })
})

describe('a name that objects have by birth', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    '%s is an input, an output and a function like any other',
    (name) => {
      for (const mode of ['forward', 'reverse'] as const) {
        expect(differentiate(`${name} = 3\nf = ${name}^2`, { mode }).jacobian.f[name]).toBe(6)
        expect(differentiate(`x = 3\n${name} = x^2`, { mode }).jacobian[name].x).toBe(6)
        expect(differentiate(`x = 3\n${name}(a) = a^2\nf = ${name}(x)`, { mode }).jacobian.f.x).toBe(6)
      }
      expect(errorsOf(`x = 3\nf = ${name}(x, x)`)).toHaveLength(1)
    },
  )
})
