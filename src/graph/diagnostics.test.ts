import { describe, expect, it } from 'vitest'
import { build, graphOf } from '../../verification/fixtures/compiled.ts'
import { mend, outputNames, tapeOf } from '../../verification/fixtures/tape.ts'
import type { Diagnostic } from '../language/diagnostic.ts'

/** The only thing that is said about a program. */
function only(source: string): Diagnostic & { at: string } {
  const { diagnostics } = build(source)
  expect(diagnostics.map(({ message }) => message)).toHaveLength(1)
  return { ...diagnostics[0], at: source.slice(diagnostics[0].from, diagnostics[0].to) }
}

describe('a name without a definition', () => {
  it('is said once for several names, and one fix writes all their lines', () => {
    const source = 'f = a*x^2 + b*x + c'
    const note = only(source)
    expect(note.message).toBe('a, x, b and c have no definition, so they are inputs of value 1.')
    expect(mend(source, note.fix)).toBe(`a = 1\nx = 1\nb = 1\nc = 1\n${source}`)
    expect(build(mend(source, note.fix)).diagnostics).toEqual([])
  })

  it('is an input of value 1, with a fix that writes its line', () => {
    const source = 'y = 2\nf = x*y'
    const note = only(source)
    expect(note).toMatchObject({ severity: 'note', at: 'x', message: expect.stringContaining('input of value 1') })
    const mended = mend(source, note.fix)
    expect(mended).toBe('y = 2\nx = 1\nf = x*y')
    expect(build(mended).diagnostics).toEqual([])
  })

  it('may be a product of two others: every place is mended', () => {
    const source = 'x = 2\ny = 3\nf = xy + 2*xy'
    const note = only(source)
    expect(note).toMatchObject({ severity: 'note', message: expect.stringContaining('x*y') })
    expect(mend(source, note.fix)).toBe('x = 2\ny = 3\nf = x*y + 2*x*y')
  })

  it.each(['x = 2\ny = 3\nf = xy²', 'x = 2\ny = 3\nf = 1/xy', 'r = 2\nA = πr²', 'x = 1\nf = sinx^2'])(
    'is not mended where a sign next to it may act on a part of it: %j',
    (source) => {
      const { message, fix } = only(source)
      expect(message).toMatch(/For a (product|function) write/)
      expect(fix).toBeUndefined()
    },
  )

  it.each([
    ['W = [[1, 2], [3, 4]]\nf = W^T @ W', 'f = W.T @ W'],
    ['x = 1\nf = 2*sinx', 'f = 2*sin(x)'],
  ])('may be a transpose or a function in %j', (source, mended) => {
    const note = only(source)
    expect(note.severity).toBe('note')
    expect(mend(source, note.fix).split('\n')[1]).toBe(mended)
    expect(build(mend(source, note.fix)).diagnostics).toEqual([])
  })

  it('as the exponent of a number is no transpose', () => {
    for (const source of ['x = 2\nf = x^T', 'x = 2\ny = 3*x\nf = y^T', 'r = 2\nf = (1 + r)^T', 'f = 2^T'])
      expect(only(source).message).not.toMatch(/transpose/)
  })

  it('in df/dx is told that derivatives need not be written', () => {
    const [df, dx] = build('x = 1\nf = x^2\ndf/dx').diagnostics
    for (const { message } of [df, dx]) expect(message).toMatch(/computed by themselves/)
  })

  it('as a parameter of a function that stands alone is an input too', () => {
    const source = 'f(x) = x^2'
    expect(mend(source, only(source).fix)).toBe('x = 1\nf(x) = x^2')
  })

  it('in a line that says output is an error, unless a formula uses it', () => {
    expect(only('x = 1\noutput g\nf = x')).toMatchObject({ severity: 'error', at: 'g' })
    expect(outputNames(graphOf('output g\nf = g*2'))).toEqual(['f', 'g'])
  })
})

describe('an unknown function', () => {
  it('in the body of another is not taken for that one, which would be a cycle', () => {
    expect(only('h(a) = g(a, 2)\ny = h(3)').fix).toBeUndefined()
  })

  it('that is a value is mended to a product', () => {
    for (const source of ['y = 2\nx = 1\nf = y(x+1)', 'x = 1\nf = x(x+1)', 'x = 1\nf = pi(x+1)']) {
      const error = only(source)
      expect(error.severity).toBe('error')
      const { graph } = build(mend(source, error.fix))
      expect(graph && tapeOf(graph).at(-1)).toMatch(/mul\(/)
    }
  })

  it('that is an array and gets a number is told where entries are counted from', () => {
    const { message, fix } = only('x = [1, 2]\nf = x(1)')
    expect(message).toMatch(/square brackets, as in x\[1\], and the first one is 0/)
    expect(fix).toBeUndefined()
  })

  it.each(['x = 1\nf = k(x+1)', 'x = 1\ny = x^2\nf = y(x+1)', 'x = 1\nf = x(2)', 'x = 1\nf = e(x+1)'])(
    'that may be a function is not made a product: %j',
    (source) => {
      expect(only(source).fix).toBeUndefined()
    },
  )

  it('that is a value and stands before a blank is mended without the blank', () => {
    const source = 'x = 1\ny = 2\nf = x (y+1)'
    expect(mend(source, only(source).fix)).toBe('x = 1\ny = 2\nf = x*(y+1)')
  })

  it('is mended to the nearest one', () => {
    for (const near of ['prob(x)', 'act(x)', 'sih(x)', 'sine(x)']) {
      expect(only(`x = 1\nf = ${near}`).message).toMatch(/Did you mean/)
      expect(only(`x = 1\nf = ${near}`).fix).toBeUndefined()
    }
    expect(mend('x = 1\nf = sigmod(x)', only('x = 1\nf = sigmod(x)').fix)).toBe('x = 1\nf = sigmoid(x)')
    expect(mend('x = 1\nf = sni(x)', only('x = 1\nf = sni(x)').fix)).toBe('x = 1\nf = sin(x)')
    const own = 'x = 1\nlayer(a) = a*2\nf = layr(x) + layer(x)'
    expect(mend(own, only(own).fix)).toContain('f = layer(x)')
  })

  it.each([
    ['tg(x)', 'tan(x)'],
    ['ch(x)', 'cosh(x)'],
    ['avg(x)', 'mean(x)'],
  ])('%s is known from elsewhere', (written, mended) => {
    const error = only(`x = 1\nf = ${written}`)
    expect(error.severity).toBe('error')
    expect(mend(`x = 1\nf = ${written}`, error.fix)).toBe(`x = 1\nf = ${mended}`)
  })

  it('that the language has not says why, and offers no other', () => {
    const { message, fix } = only('x = [1, 2]\nf = len(x)')
    expect(message).toMatch(/shape\(x\)\[0\]/)
    expect(fix).toBeUndefined()
  })

  it.each(['squeeze', 'elu', 'logit', 'vstack', 'cumprod', 'rsqrt', 'clip_by_value', 'maximum', 'cat', 'σ', 'lg'])(
    'that has a meaning elsewhere is not mended to another: %s',
    (name) => {
      const { diagnostics, graph } = build(`x = 1\nf = ${name}(x)`)
      expect(graph === null ? diagnostics.map(({ fix }) => fix) : []).toEqual(graph === null ? [undefined] : [])
    },
  )

  it('that is near to none is an error all the same', () => {
    const error = only('x = 1\nf = wobbledegook(x)')
    expect(error).toMatchObject({ severity: 'error', at: 'wobbledegook' })
    expect(error.fix).toBeUndefined()
  })
})

describe('a function', () => {
  it('with a wrong number of operands is an error that says what it takes', () => {
    expect(only('x = 1\nf = sin(x, x)').message).toBe('“sin” takes 1 operand; here are 2.')
    expect(only('x = 1\nf = atan2(x)').message).toBe('“atan2” takes 2 operands; here is 1.')
    expect(only('x = 1\nf = clamp(x)').message).toBe('“clamp” takes 3 operands; here is 1.')
    expect(only('x = 1\ng(a, b) = a*b\nf = g(x)').message).toBe('“g” takes 2 operands; here is 1.')
  })

  it('is no value', () => {
    expect(only('f = sin + 1')).toMatchObject({ severity: 'error', at: 'sin' })
    expect(only('x = 1\ng(x) = x*2\nf = g + 1').message).toMatch(/write g\(x\)/)
  })

  it('of the language leaves its name to no value', () => {
    expect(only('sin = 2')).toMatchObject({ severity: 'error', at: 'sin' })
  })

  it('of the language can be replaced, which a note says', () => {
    expect(only('x = 1\nsigmoid(z) = 1/(1 + exp(-z))\nf = sigmoid(x)')).toMatchObject({
      severity: 'note',
      at: 'sigmoid',
    })
  })

  it('has parameters that are no functions themselves', () => {
    expect(only('g(a) = a\nh(g) = g*2')).toMatchObject({ severity: 'error', at: 'g', from: 11 })
    expect(only('h(sin) = 2')).toMatchObject({ severity: 'error', at: 'sin' })
  })
})

describe('a definition', () => {
  it('that comes twice is an error at the second, which names the line of the first', () => {
    expect(only('x = 1\nx = 2')).toMatchObject({
      severity: 'error',
      from: 6,
      to: 7,
      message: expect.stringMatching(/line 1/),
    })
  })

  it('that needs itself is an error that names the cycle in order', () => {
    expect(only('a = b + 1\nb = a*2').message).toContain('a → b → a')
    expect(only('x = x + 1').message).toContain('x → x')
    expect(only('a = b + 1\nb = c*2\nc = sin(a)\nf = a').message).toContain('a → b → c → a')
  })

  it('by a function that calls itself is an error', () => {
    expect(only('g(a) = g(a) + 1\nf = g(2)').message).toContain('g → g')
    expect(only('g(a) = h(a)\nh(a) = g(a)').message).toContain('g → h → g')
  })

  it('that computes gets a warning if it claims to be param, data or const', () => {
    for (const role of ['param', 'data', 'const'])
      expect(only(`x = 1\n${role} w = 2*x`)).toMatchObject({ severity: 'warning', at: 'w' })
  })
})

describe('a bare call with numbers', () => {
  it('does not change what has a value already', () => {
    expect(only('x = 3\nf(x) = x^2\nf(2)')).toMatchObject({ severity: 'warning', at: '2' })
    expect(only('f(x) = x^2\nf(2)\nf(5)')).toMatchObject({ severity: 'warning', at: '5' })
  })

  it('is an output like any other where the function is called elsewhere', () => {
    const graph = graphOf('x = 1\ng(a) = a*2\nh = g(x)\ng(3)')
    expect(outputNames(graph)).toEqual(['h', 'f'])
  })
})

describe('advice', () => {
  it.each([
    ['x = 1\nf = log(1 + x*2)', 'x = 1\nf = log1p(x*2)'],
    ['x = 1\nf = ln(x + 1)', 'x = 1\nf = log1p(x)'],
    ['x = 1\nf = 2*(exp(x) - 1)', 'x = 1\nf = 2*(expm1(x))'],
    ['a = 1\nb = 2\nf = log(exp(a) + exp(b))', 'a = 1\nb = 2\nf = logsumexp(a, b)'],
    ['a = 1\nf = log(exp(a) + exp(2*a) + exp(3*a))', 'a = 1\nf = logsumexp(a, 2*a, 3*a)'],
    ['a = 1\nf = log(1 + exp(-a))', 'a = 1\nf = softplus(-a)'],
    ['a = [1, 2]\nf = log(sum(exp(a)))', 'a = [1, 2]\nf = logsumexp(a)'],
  ])('offers for %j what keeps the digits', (source, better) => {
    const note = only(source)
    expect(note.severity).toBe('note')
    expect(mend(source, note.fix)).toBe(better)
    expect(build(better).diagnostics).toEqual([])
  })

  it('never changes what is computed', () => {
    expect(tapeOf(graphOf('x = 1\nf = log(1 + x)')).at(-1)).toBe('v2 = log(v1)')
  })

  it('is silent about a function of the program with such a name', () => {
    expect(build('x = 1\nlog(a) = a*3\nf = log(1 + x)').diagnostics.filter(({ fix }) => fix)).toEqual([])
  })
})

describe('a program without a formula', () => {
  it('gets a note that says what to write', () => {
    expect(only('x = 2')).toMatchObject({ severity: 'note', from: 5, to: 5 })
    expect(only('')).toMatchObject({ severity: 'note', from: 0, to: 0 })
  })
})
