import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { idOf, tapeOf } from '../../../verification/fixtures/tape.ts'
import { PLAIN } from '../graph.ts'
import { unroll } from './unroll.ts'
import { MOST_UNROLLED, openedArrays, unrolledSize, unrollsWhole } from './unrolling.ts'

const inNumbers = (source: string) => unroll(graphOf(source), () => true)

describe('an unrolled graph', () => {
  it('writes a matrix product as sums of products', () => {
    expect(tapeOf(inNumbers('W = [[1, 2], [3, 4]]\nx = [5, 6]\ny = W @ x'))).toEqual([
      ...['W[0,0]', 'W[0,1]', 'W[1,0]', 'W[1,1]', 'x[0]', 'x[1]'],
      ...['v1 = mul(W[0,0], x[0])', 'v2 = mul(W[0,1], x[1])', 'v3 = add(v1, v2)'],
      ...['v4 = mul(W[1,0], x[0])', 'v5 = mul(W[1,1], x[1])', 'v6 = add(v4, v5)'],
    ])
  })

  it('names inputs and outputs by their entries', () => {
    const { inputs, outputs } = inNumbers('param W = [[1, 2]]\ns = 3\ny = s*W')
    expect(inputs.map(({ name, value, role }) => [name, value, role])).toEqual([
      ['W[0,0]', 1, 'param'],
      ['W[0,1]', 2, 'param'],
      ['s', 3, null],
    ])
    expect(outputs.map(({ name }) => name)).toEqual(['y[0,0]', 'y[0,1]'])
  })

  it('has no node for what only selects', () => {
    expect(tapeOf(inNumbers('x = [[1, 2], [3, 4]]\nf = reshape(x.T, 4)[::-1][0]*concat(x, x)[3, 0]'))).toEqual([
      ...['x[0,0]', 'x[0,1]', 'x[1,0]', 'x[1,1]', 'v1 = mul(x[1,1], x[1,0])'],
    ])
  })

  it('has softmax as exponentials, their sum and quotients, without overflow', () => {
    expect(tapeOf(inNumbers('z = [1, 2]\np = softmax(z)'))).toEqual([
      ...['z[0]', 'z[1]', 'v1 = max(z[0], z[1])', 'v2 = sub(z[0], v1)', 'v3 = exp(v2)', 'v4 = sub(z[1], v1)'],
      ...['v5 = exp(v4)', 'v6 = add(v3, v5)', 'v7 = div(v3, v6)', 'v8 = div(v5, v6)'],
    ])
  })

  it('is of numbers alone', () => {
    const graph = inNumbers('x = [1, 2]\nf = norm(softmax(x) + logsumexp(x)) + max(x) + prod(x)*mean(x)')
    expect([...graph.plan].every((plan) => plan === PLAIN)).toBe(true)
    expect(graph.offset.at(-1)).toBe(graph.size)
  })

  it('keeps what one operation became together in a module, which closes at its place', () => {
    const whole = graphOf('x = [1, 2]\nf = x @ x')
    const { modules, module, size } = unroll(whole, () => true)
    expect(modules.map(({ name, place }) => [name, place])).toEqual([['@', whole.place[1]]])
    expect([...module]).toEqual([-1, -1, ...new Array(size - 2).fill(0)])
  })

  it('keeps ids from one text to the next', () => {
    const before = inNumbers('x = [1, 2]\nf = sum(sin(x))')
    const after = unroll(graphOf('x = [1, 2]\nf = 3*sum(sin(x))'), () => true, before)
    expect(idOf(after, 'x[1]')).toBe(idOf(before, 'x[1]'))
  })
})

describe('a graph of which one operation is unrolled', () => {
  it('takes entries from arrays, and stacks them for what reads an array', () => {
    const whole = graphOf('x = [1, 2]\ny = sin(x)\nf = y @ y')
    const graph = unroll(whole, (node) => node === 1)
    expect(tapeOf(graph)).toEqual([
      ...['x', 'v1 = index(x)', 'v2 = sin(v1)', 'v3 = index(x)', 'v4 = sin(v3)', 'v5 = stack(v2, v4)'],
      'v6 = matmul(v5, v5)',
    ])
  })
})

describe('how much is unrolled', () => {
  const large = graphOf('A = zeros(30, 30)\nf = sum(A @ A)')

  it('counts a product and a sum for each multiply-add', () => {
    expect(unrolledSize(large, 1)).toBe(2 * 30 ** 3)
  })

  it('is nothing where the whole would be too large, and of what is opened as much as there is room for', () => {
    expect(2 * 30 ** 3).toBeGreaterThan(MOST_UNROLLED)
    expect(unrollsWhole(large)).toBe(false)
    expect([...openedArrays(large, new Set(large.place))]).toEqual([0, 2])
  })

  it('is nothing in a program of numbers', () => {
    expect(unrollsWhole(graphOf('x = 1\nf = sin(x)'))).toBe(false)
  })
})
