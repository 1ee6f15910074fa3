import { describe, expect, it } from 'vitest'
import edges from '../../verification/cases/edges.json'
import gradients from '../../verification/cases/gradients.json'
import published from '../../verification/cases/published.json'
import { parse } from './parse.ts'
import { operandsOf } from './postorder.ts'
import type { Expression, Index } from './syntax.ts'

const bound = (value: number | null) => value ?? ''

function indexed(index: Index): string {
  if (index.kind === 'at') return String(index.value)
  if (index.kind === 'newaxis' || index.kind === 'ellipsis') return index.kind
  if (index.kind === 'known') return bracketed(index.value)
  return `${bound(index.start)}:${bound(index.stop)}${index.step === null ? '' : `:${index.step}`}`
}

function bracketed(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'name':
      return expression.name
    case 'call':
      return `${expression.callee}[${[
        ...(expression.text === undefined ? [] : [`“${expression.text}”`]),
        ...expression.operands.map(bracketed),
        ...expression.keywords.map(({ name, value }) => `${name}=${bracketed(value)}`),
      ].join(', ')}]`
    case 'array':
      return `{${expression.items.map(bracketed).join(', ')}}`
    case 'subscript':
      return `(${bracketed(expression.target)} at ${expression.indices.map(indexed).join(', ')})`
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
  'signs of mathematics are read': [
    ['½(t − o)²', '(0.5 * ((t - o) ^ 2))'],
    ['⅓x', '(0.3333333333333333 * x)'],
    ['‖x‖²', '(norm[x] ^ 2)'],
    ['2‖x - y‖‖z‖', '((2 * norm[(x - y)]) * norm[z])'],
    ['‖‖x‖ - y‖', 'norm[(norm[x] - y)]'],
    ['⟨u, 2v⟩', 'dot[u, (2 * v)]'],
    ['w⊤ @ x^⊤', '(transpose[w] @ transpose[x])'],
    ['a⊙b•c', '((a * b) * c)'],
    ['-∞', '(-Infinity)'],
  ],
  'einsum begins with its subscripts, in quotes of either kind': [
    ["einsum('ij,jk->ik', A, 2B)", 'einsum[“ij,jk->ik”, A, (2 * B)]'],
    ['1 + einsum( "i i" , x)^2', '(1 + (einsum[“i i”, x] ^ 2))'],
    ["einsum('', einsum('ii', A))", 'einsum[“”, einsum[“ii”, A]]'],
  ],
  'a subscript takes new axes, and what is known before the program runs': [
    ['x[:, newaxis]', '(x at :, newaxis)'],
    ['x[..., 0]', '(x at ellipsis, 0)'],
    ['x[[0, 2, 2]]', '(x at {0, 2, 2})'],
    ['P[arange(2), y]', '(P at arange[2], y)'],
    ['x[m > 0, -1]', '(x at (m > 0), -1)'],
    ['x[y[[0]]]', '(x at (y at {0}))'],
    ['x[1 + 1]', '(x at (1 + 1))'],
  ],
  'square brackets hold the items of an array': [
    ['[1, 2]', '{1, 2}'],
    ['[[1, 2], [3, 4]]', '{{1, 2}, {3, 4}}'],
    ['[-a, b - 1, 2x,]', '{(-a), (b - 1), (2 * x)}'],
    ['[1,\n 2, # two\n]', '{1, 2}'],
    ['2*[a] + (b)[1]', '((2 * {a}) + (b at 1))'],
    ['zeros((2, 3))', 'zeros[{2, 3}]'],
    ['zeros((2,))', 'zeros[{2}]'],
    ['reshape((x), (2, 3))', 'reshape[x, {2, 3}]'],
  ],
  'a subscript takes entries of what is left of it, before all else': [
    ['x[0]', '(x at 0)'],
    ['x [-1]', '(x at -1)'],
    ['x[−0]', '(x at 0)'],
    ['W[0, :]', '(W at 0, :)'],
    ['W[1:3]', '(W at 1:3)'],
    ['W[::2, -1,]', '(W at ::2, -1)'],
    ['W[-2::-1, :+3:]', '(W at -2::-1, :3)'],
    ['x[0][1]', '((x at 0) at 1)'],
    ['f(x)[0]', '(f[x] at 0)'],
    ['(a+b)[1]', '((a + b) at 1)'],
    ['[1, 2][0]', '({1, 2} at 0)'],
    ['-x[0]^2', '(-((x at 0) ^ 2))'],
    ['2^x[0]²', '(2 ^ ((x at 0) ^ 2))'],
    ['2x[0]y', '((2 * (x at 0)) * y)'],
    ['[x[0] [1], y]', '{((x at 0) at 1), y}'],
  ],
  'matrices are multiplied and transposed': [
    ['W @ x + b', '((W @ x) + b)'],
    ['a @ b * c @ d', '(((a @ b) * c) @ d)'],
    ['W.T', 'transpose[W]'],
    ['Wᵀ @ xᵀ', '(transpose[W] @ transpose[x])'],
    ['x.T.T', 'transpose[transpose[x]]'],
    ['-W.T[0]^2', '(-((transpose[W] at 0) ^ 2))'],
    ['a*(b + c).T', '(a * transpose[(b + c)])'],
    ['[[1], [2]].T @ f(x).T', '(transpose[{{1}, {2}}] @ transpose[f[x]])'],
    ['W.T²', '(transpose[W] ^ 2)'],
    ['F.T + norm(relu(x))', '(transpose[F] + norm[relu[x]])'],
  ],
  'a call has keywords after its operands': [
    ['sum(x, axis=0)', 'sum[x, axis=0]'],
    ['sum(x, axis=-1, keepdims=True)', 'sum[x, axis=(-1), keepdims=1]'],
    ['sum(x, keepdims=False, axis=(0, 1))', 'sum[x, keepdims=0, axis={0, 1}]'],
    ['sum(x + sum(y, axis=1), axis=0)', 'sum[(x + sum[y, axis=1]), axis=0]'],
    ['sum(x, # along\n\n  axis=0,\n  keepdims=1\n)', 'sum[x, axis=0, keepdims=1]'],
    ['randn(\n  seed=7)', 'randn[seed=7]'],
    ['True', 'True'],
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
    ['[a , (b)]', ['[a , (b)]', 'a', 'b']],
    ['zeros((2, 3))', ['zeros((2, 3))', '(2, 3)', '2', '3']],
    ['(a+b)[1] * (c) .T', ['(a+b)[1] * (c) .T', '(a+b)[1]', 'a+b', 'a', 'b', '(c) .T', 'c']],
  ])('has a span with the brackets in it and without those around it: %s', (source, pieces) => {
    const visit = (each: Expression): string[] => [source.slice(each.from, each.to), ...operandsOf(each).flatMap(visit)]
    expect(visit(only(source))).toEqual(pieces)
  })

  it('names the whole written callee', () => {
    const call = only('1 + sin (x)')
    if (call.kind !== 'infix' || call.right.kind !== 'call') throw new Error('no call')
    expect(call.right.calleeSpan).toEqual({ from: 4, to: 7 })
    expect([call.right.from, call.right.to]).toEqual([4, 11])
  })

  it('says where indices and keywords stand', () => {
    const source = 'sum(W[ -1 , 1 :3], axis=(0))'
    const call = only(source)
    if (call.kind !== 'call' || call.operands[0]?.kind !== 'subscript') throw new Error('no call')
    const stretches = [...call.operands[0].indices, ...call.keywords, ...call.keywords.map(({ nameSpan }) => nameSpan)]
    expect(stretches.map(({ from, to }) => source.slice(from, to))).toEqual(['-1', '1 :3', 'axis=(0)', 'axis'])
  })

  it('has the place of the sign that transposes for the callee', () => {
    expect(only('W.T')).toMatchObject({ callee: 'transpose', calleeSpan: { from: 1, to: 3 } })
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
