import { describe, expect, it } from 'vitest'
import edges from '../../verification/cases/edges.json'
import gradients from '../../verification/cases/gradients.json'
import published from '../../verification/cases/published.json'
import { parse } from './parse.ts'
import { operandsOf } from './postorder.ts'
import type { Expression } from './syntax.ts'

function bracketed(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'name':
      return expression.name
    case 'call':
      return `${expression.callee}[${expression.operands.map(bracketed).join(', ')}]`
    case 'prefix':
      return `(${expression.operator}${bracketed(expression.operand)})`
    case 'infix':
      return `(${bracketed(expression.left)} ${expression.operator} ${bracketed(expression.right)})`
  }
}

function only(source: string): Expression {
  const { program, diagnostics } = parse(source)
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  const [statement] = program.statements
  if (program.statements.length !== 1 || statement?.kind !== 'expression') throw new Error(`no expression: ${source}`)
  return statement.value
}

const readings: Record<string, readonly (readonly [source: string, bracketed: string])[]> = {
  'a sign binds looser than a power and tighter than a product': [
    ['-x^2', '(-(x ^ 2))'],
    ['-x*y', '((-x) * y)'],
    ['2^-1', '(2 ^ (-1))'],
    ['2^-x^2', '(2 ^ (-(x ^ 2)))'],
    ['2^-x*y', '((2 ^ (-x)) * y)'],
    ['a*-b', '(a * (-b))'],
    ['5---3', '(5 - (-(-3)))'],
    ['+-+-2', '(+(-(+(-2))))'],
    ['-(-x)', '(-(-x))'],
  ],
  'powers group from the right, the others from the left': [
    ['2^3^2', '(2 ^ (3 ^ 2))'],
    ['2**3**2', '(2 ^ (3 ^ 2))'],
    ['a-b-c', '((a - b) - c)'],
    ['a/b/c', '((a / b) / c)'],
    ['a/b*c', '((a / b) * c)'],
    ['a+b*c^d', '(a + (b * (c ^ d)))'],
    ['a^b*c+d', '(((a ^ b) * c) + d)'],
  ],
  'comparisons bind looser than a sum': [
    ['a+1 < b*2', '((a + 1) < (b * 2))'],
    ['(a == -b)', '(a == (-b))'],
    ['(a < b) < c', '((a < b) < c)'],
    ['where(x>=0, x, -x)', 'where[(x >= 0), x, (-x)]'],
  ],
  'a number or a closing bracket multiplies what follows': [
    ['2x', '(2 * x)'],
    ['2(x+1)', '(2 * (x + 1))'],
    ['(a)(b)', '(a * b)'],
    ['(a)b', '(a * b)'],
    ['2 sin(x) cos(x)', '((2 * sin[x]) * cos[x])'],
    ['2e^x', '(2 * (e ^ x))'],
    ['2e3', '2000'],
    ['2e3x', '(2000 * x)'],
    ['1/2x', '((1 / 2) * x)'],
    ['2^3x', '((2 ^ 3) * x)'],
    ['-2x', '((-2) * x)'],
    ['3x^2', '(3 * (x ^ 2))'],
  ],
  'a name before a bracket is a call': [
    ['x (y+1)', 'x[(y + 1)]'],
    ['max(1, max(a, b), c)', 'max[1, max[a, b], c]'],
    ['f(x)(y)', '(f[x] * y)'],
    ['sin(x)^2', '(sin[x] ^ 2)'],
    ['data(x)', 'data[x]'],
  ],
  'pasted mathematics is read': [
    ['a·b×c', '((a * b) * c)'],
    ['a÷b−c', '((a / b) - c)'],
    ['2π·r²', '((2 * pi) * (r ^ 2))'],
    ['2πr²', '(2 * (πr ^ 2))'],
    ['-x²', '(-(x ^ 2))'],
    ['2^x²', '(2 ^ (x ^ 2))'],
    ['x²^3', '((x ^ 2) ^ 3)'],
    ['x¹²y', '((x ^ 12) * y)'],
    ['x⁻¹', '(x ^ (-1))'],
    ['x₁ ≤ θ', '(x₁ <= θ)'],
  ],
  'pasted Python is read': [
    ['np.sin(x)', 'sin[x]'],
    ['torch.nn.functional.relu(x) + math.pi', '(relu[x] + pi)'],
    ['jax.numpy.exp(tf.math.log(x))', 'exp[log[x]]'],
  ],
  'numbers have a point anywhere and an exponent': [
    ['.5 + 1.', '(0.5 + 1)'],
    ['1.e-3', '0.001'],
    ['1e308*10', '(1e+308 * 10)'],
    ['1e999', 'Infinity'],
  ],
}

describe('an expression', () => {
  for (const [statement, pairs] of Object.entries(readings))
    describe(statement, () => {
      it.each(pairs)('%s', (source, expected) => expect(bracketed(only(source))).toBe(expected))
    })

  it.each([
    ['(a+b)*c', ['(a+b)*c', 'a+b', 'a', 'b', 'c']],
    ['f((x) , (y+1))', ['f((x) , (y+1))', 'x', 'y+1', 'y', '1']],
    ['((x))', ['x']],
    ['(-(x)^2 )', ['-(x)^2', '(x)^2', 'x', '2']],
    ['(x)²', ['(x)²', 'x', '²']],
    ['2 (x)y', ['2 (x)y', '2 (x)', '2', 'x', 'y']],
  ])('has a span with the brackets in it and without those around it: %s', (source, pieces) => {
    const visit = (each: Expression): string[] => [source.slice(each.from, each.to), ...operandsOf(each).flatMap(visit)]
    expect(visit(only(source))).toEqual(pieces)
  })

  it('names the whole written callee', () => {
    const call = only('1 + np.sin (x)')
    if (call.kind !== 'infix' || call.right.kind !== 'call') throw new Error('no call')
    expect(call.right.calleeSpan).toEqual({ from: 4, to: 10 })
    expect([call.right.from, call.right.to]).toEqual([4, 14])
  })

  it('goes on in the next line inside brackets', () => {
    expect(bracketed(only('max(a, # the first\n\r\n  b\n)'))).toBe('max[a, b]')
  })

  it.each([...edges, ...gradients].map(({ expr }) => expr))('of the collected cases is read: %s', (source) => {
    only(source)
  })

  it.each(published.map(({ program }) => program))('of the published programs is read: %s', (source) => {
    expect(parse(source).diagnostics).toEqual([])
  })
})
