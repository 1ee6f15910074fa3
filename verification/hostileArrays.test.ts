import { describe, expect, it } from 'vitest'
import { compile, differentiate } from '../src/core.ts'
import { expectCompiles } from './strings.ts'

const errorsOf = (source: string) => compile(source).diagnostics.filter(({ severity }) => severity === 'error')

/** The one error of a text, and what it is said of. */
function errorOf(source: string): { message: string; place: string } {
  expectCompiles(source)
  const [error, ...others] = errorsOf(source)
  expect(others.map(({ message }) => message)).toEqual([])
  return { message: error?.message ?? 'There is no error.', place: source.slice(error?.from, error?.to) }
}

const LINES = 'x = [1, 2, 3]\nW = [[1, 2], [3, 4]]\ns = 2'

describe('shapes that do not fit', () => {
  it.each([
    ...['W @ x', 'x @ W', 'x + W', 'x*W', 'max(x, W)', 'clamp(x, W, 3)'],
    ...['logsumexp(x, W)', 'outer(W, x)', 'conv(x, W)', 'concat(x, W)', 'stack(x, W)', '[x, W]', 'dot(x, W)'],
  ])('in %s are both named, with the lines that they come from', (formula) => {
    const { message, place } = errorOf(`${LINES}\nf = 1 + sum(${formula})`)
    expect(message).toMatch(/vector of 3/)
    expect(message).toMatch(/2×2/)
    expect(message).toMatch(/line 1/)
    expect(message).toMatch(/line 2/)
    expect(place).toBe(formula)
  })

  it.each([
    ['x.T @ W', /vector of 3.*2×2/],
    ['where(x > 0, W, 0)', /vector of 3.*2×2/],
    ['dot(x, [1, 2])', /vector of 3.*vector of 2/],
    ['conv([1, 2], x)', /vector of 2.*vector of 3/],
    ['concat(W, [[1, 2, 3]])', /2×2.*1×3/],
    ['s @ x', /s is a number/],
    ['softmax(s)', /s is a number/],
    ['s[0]', /s is a number/],
    ['[x, 1]', /vector of 3.*1 is a number/],
    ['reshape(x, [2, 2])', /3 entries.*\[2, 2\]/],
    ['broadcast_to(x, [2, 2])', /vector of 3.*\[2, 2\]/],
    ['transpose(W, [0, 0])', /2×2.*\[0, 0\]/],
    ['x[3]', /vector of 3.*0 to 2/],
    ['x[-4]', /vector of 3.*-4/],
    ['x[999999999999]', /999999999999/],
    ['W[0, 0, 0]', /2×2.*3/],
    ['x[1:1]', /1:1 takes nothing/],
    ['sum(x, axis=3)', /no axis 3/],
    ['max(x, axis=-2)', /no axis -2/],
    ['sum(x, axis=0.5)', /whole number/],
    ['reshape(x, -1, -1)', /Only one length/],
    ['reshape(x, 0)', /at least 1/],
    ['reshape(x)', /needs its shape/],
    ['sum(x, constructor=1)', /no keyword “constructor”/],
    ['sum(x, __proto__=0)', /no keyword “__proto__”/],
  ])('in %s are said so', (formula, says) => {
    const { message, place } = errorOf(`${LINES}\nf = 1 + ${formula}`)
    expect(message).toMatch(says)
    expect(place).toBe(formula)
  })

  it('in a function are said of its formula, with the line of the call', () => {
    const { message, place } = errorOf(`${LINES}\ng(a, b) = tanh(a @ b)\nh(a) = g(a, x)\nf = h(W)`)
    expect(message).toMatch(/2×2.*vector of 3.*“g”.*line 5/)
    expect(place).toBe('a @ b')
  })

  it.each([
    ['mse(x, W)', /vector of 3.*2×2.*“mse”.*line 4/],
    ['linear(x, W, s)', /vector of 3.*2×2.*“linear”.*line 4/],
    ['crossentropy(W, x)', /vector of 3.*2×2.*“crossentropy”.*line 4/],
  ])('in a layer of the language, %s, are said of the call', (formula, says) => {
    const { message, place } = errorOf(`${LINES}\nf = 1 + ${formula}`)
    expect(message).toMatch(says)
    expect(place).toBe(formula)
  })

  it('are complained about once, not wherever the value is used', () => {
    expect(errorsOf(`${LINES}\ny = W @ x\nf = y + y*y\ng = softmax(y) @ y`)).toHaveLength(1)
  })

  it('are complained about in closed modules as well', () => {
    const source = `${LINES}\ng(a) = tanh(a @ x)\nf = g(W)`
    const { graph, diagnostics } = compile(source, { open: new Set() })
    expect(graph).toBeNull()
    expect(diagnostics[0].message).toMatch(/2×2.*vector of 3/)
  })
})

describe('arrays that are too large', () => {
  it.each([
    'zeros(100000, 100000)',
    'randn([1e9], 1)',
    'randn([1e300], 1)',
    'eye(1e6)',
    'arange(1e9)',
    'linspace(0, 1, 1e12)',
    'full([1e5, 1e5], 1)',
    'ones(1, 1, 1, 1, 1, 1, 1, 1, 1)',
  ])('%s is a message at the call', (call) => {
    expect(errorOf(`f = ${call}*2`).place).toBe(call)
  })

  it.each([
    ['an outer product', 'x = ones(10000)\nf = sum(outer(x, x))', 'outer(x, x)'],
    ['an outer product in a function', 'x = ones(10000)\ng(a) = outer(a, a)\nf = sum(g(x))', 'outer(a, a)'],
    ['broadcasting', 'x = ones(1000, 1)\ny = ones(1, 10000)\nf = sum(x + y)', 'x + y'],
    ['a const', 'const x = ones(1000, 1)*ones(1, 10000)\nf = sum(x)', 'ones(1000, 1)*ones(1, 10000)'],
    ['a softmax, whose partials are many', 'x = ones(100000)\nf = sum(softmax(x))', 'softmax(x)'],
    ['a product of matrices', 'x = ones(400, 400)\nf = sum(x @ x)', 'x @ x'],
    ['a product of matrices in a function', 'x = ones(400, 400)\ng(a) = a @ a\nf = sum(g(x))', 'a @ a'],
  ])('%s is a message at its place', (_, source, place) => {
    expect(errorOf(source).place).toBe(place)
    expect(compile(source, { open: new Set() }).graph).toBeNull()
    expect(compile(source, { unrolled: true }).graph).toBeNull()
  })

  it('what doubles from line to line is a message where it is too much', () => {
    const line = (name: string, of: string) => `${name} = concat(${of}, ${of})`
    const lines = Array.from({ length: 40 }, (_, i) => line(`v${i + 1}`, `v${i}`))
    expect(errorOf(['v0 = [1]', ...lines].join('\n')).place).toMatch(/^concat\(v\d\d, v\d\d\)$/)
  })

  it('what is stacked from line to line has too many axes', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `v${i + 1} = [v${i}, v${i}]`)
    expect(errorOf(['v0 = 1', ...lines].join('\n')).message).toMatch(/at most 8 axes/)
  })
})

describe('long texts', () => {
  it.each([
    ['brackets 10⁴ deep', `x = ${'['.repeat(10_000)}1${']'.repeat(10_000)}`],
    ['brackets 10⁵ deep', `x = ${'['.repeat(100_000)}1${']'.repeat(100_000)}`],
    ['brackets 10⁴ deep around a name', `y = 1\nx = ${'['.repeat(10_000)}y${']'.repeat(10_000)}`],
    ['brackets that are never closed', `x = ${'['.repeat(100_000)}`],
    ['1 MB of matrices', `f = ${'[[1,2],[3,4]]@'.repeat(75_000)}[[1,2],[3,4]]`],
  ])('%s is a message', (_, source) => {
    expect(errorsOf(source).length).toBeGreaterThan(0)
    expectCompiles(source)
  })

  it.each([
    ['10⁵ numbers', `x = [${'2, '.repeat(99_999)}2]\nf = sum(x*x)`, 400_000],
    ['10⁴ names', `y = 3\nx = [${'y, '.repeat(9_999)}y]\nf = sum(x*x)`, 90_000],
    ['10⁴ subscripts', `x = [3]\nf = (x${'[::-1]'.repeat(10_000)}*x)[0]`, 9],
    ['10⁴ products', `x = [[0, 1], [1, 0]]\nf = (${'x@'.repeat(10_000)}x)[0, 1]`, 1],
  ])('%s are a graph', (_, source, value) => {
    expectCompiles(source)
    expect(differentiate(source, { mode: 'reverse' }).outputs.f).toBe(value)
  })
})

describe('odd arrays', () => {
  it.each([
    '[]',
    '[[], []]',
    'zeros(0)',
    'zeros(-1)',
    'zeros([])[0]',
    '[[1, 2], [3]]',
    '[[1, 2], 3]',
    'arange(5)[::0]',
  ])('%s is one message in the text', (text) => {
    expectCompiles(`x = ${text}\nf = sum(x)`)
    expect(errorsOf(`x = ${text}\nf = sum(x)`)).toHaveLength(1)
  })

  it.each(['x = [0/0, 1]', 'x = [1e400, -1e400]'])(
    '%s has entries that are no finite numbers, and the passes run',
    (line) => {
      const source = `${line}\nW = [[1, 2], [3, 4]]\nf = softmax(W @ x)\ng = max(x)*norm(x) + sum(x, axis=0)`
      expectCompiles(source)
      expect(differentiate(source, { mode: 'reverse' }).outputs.g).toBeNaN()
    },
  )

  it('names that objects have by birth are arrays like any other', () => {
    for (const mode of ['forward', 'reverse'] as const) {
      const { jacobian } = differentiate(
        'constructor = [5, 6]\n__proto__ = [[1, 2], [3, 4]]\nf = __proto__ @ constructor',
        { mode },
      )
      expect(jacobian.f.constructor).toEqual([
        [1, 2],
        [3, 4],
      ])
    }
  })

  it('a slice far past the end takes what is there', () => {
    expect(
      differentiate('x = [1, 2, 3]\nf = x[-99999999999:99999999999:99999999999]', { mode: 'forward' }).outputs.f,
    ).toEqual([1])
  })
})
