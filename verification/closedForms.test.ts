import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { differentiate } from '../src/core.ts'
import type { Value } from '../src/primitives/value.ts'
import { entriesOf } from './entries.ts'

function expectClose(value: Value, expected: Value): void {
  const entries = entriesOf(expected)
  expect(entriesOf(value)).toHaveLength(entries.length)
  for (const [i, entry] of entriesOf(value).entries()) expect(entry).toBeCloseTo(entries[i], 13)
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

function shares(scores: readonly number[]): number[] {
  const powers = scores.map(Math.exp)
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}

const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)))
const turned = (a: readonly (readonly number[])[]): number[][] => a[0].map((_, j) => a.map((row) => row[j]))

describe.each(MODES)('in %s mode', (mode) => {
  const numbersOf = (source: string) => {
    const { diagnostics, outputs, jacobian } = differentiate(source, { mode })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    return { outputs, jacobian }
  }

  it.each(['crossentropy(z, y)', '-sum(y*log(softmax(z)))', '-sum(y*logsoftmax(z))', 'logsumexp(z) - z @ y'])(
    'softmax with cross-entropy, %s, has the gradient p − y',
    (loss) => {
      const z = [0.3, -1.2, 2.5]
      const { jacobian } = numbersOf(`z = [${z}]\nconst y = [0, 1, 0]\nf = ${loss}`)
      const p = shares(z)
      expectClose(jacobian.f.z, [p[0], p[1] - 1, p[2]])
    },
  )

  it('logistic regression, the mean of −log σ(y wᵀx), has the gradient −(1/n) Σ y σ(−y wᵀx) x', () => {
    const X = [
      [1, 2],
      [-0.5, 0.3],
      [0.7, -1.1],
    ]
    const y = [1, -1, 1]
    const w = [0.4, -0.8]
    const { jacobian } = numbersOf(
      `data X = ${JSON.stringify(X)}\ndata y = [${y}]\nparam w = [${w}]\nL = mean(-log(sigmoid(y*(X @ w))))`,
    )
    const margins = X.map((x, i) => y[i] * (x[0] * w[0] + x[1] * w[1]))
    const gradient = [0, 1].map((j) => -X.reduce((sum, x, i) => sum + y[i] * sigmoid(-margins[i]) * x[j], 0) / 3)
    expectClose(jacobian.L.w, gradient)
  })

  it('linear regression has the gradient (2/n) Xᵀ(Xw − y)', () => {
    const X = [
      [1, 2],
      [-0.5, 0.3],
      [0.7, -1.1],
    ]
    const { jacobian } = numbersOf(`X = ${JSON.stringify(X)}\ny = [1, 2, 3]\nw = [0.4, -0.8]\nL = mse(X @ w, y)`)
    const rest = X.map((x, i) => 0.4 * x[0] - 0.8 * x[1] - (i + 1))
    expectClose(
      jacobian.L.w,
      [0, 1].map((j) => (2 / 3) * X.reduce((sum, x, i) => sum + rest[i] * x[j], 0)),
    )
  })

  it('a matrix product under a weighted sum has the gradients G Bᵀ and Aᵀ G', () => {
    const [A, B, G] = [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, -1],
        [0.5, 2],
        [3, 0],
      ],
      [
        [1, 10],
        [100, 1000],
      ],
    ]
    const [a, b, g] = [A, B, G].map((each) => JSON.stringify(each))
    const { jacobian } = numbersOf(`A = ${a}\nB = ${b}\nconst G = ${g}\nL = sum(G*(A @ B))`)
    expectClose(jacobian.L.A, times(G, turned(B)))
    expectClose(jacobian.L.B, times(turned(A), G))
  })

  it('xᵀAx has the gradient (A + Aᵀ)x, and log Σ exp the softmax', () => {
    const { jacobian } = numbersOf('A = [[1, 2], [3, 4]]\nx = [5, -6]\nf = x @ A @ x\ng = logsumexp(x)')
    expectClose(jacobian.f.x, [2 * 5 - 5 * 6, 5 * 5 - 8 * 6])
    expectClose(jacobian.g.x, shares([5, -6]))
  })

  it('a Jacobian between arrays has the output’s axes, then the input’s', () => {
    const { jacobian } = numbersOf('W = [[1, 2, 3], [4, 5, 6]]\nx = [7, 8, 9]\ny = W @ x')
    expect(jacobian.y.x).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
    expect(jacobian.y.W).toEqual([
      [
        [7, 8, 9],
        [0, 0, 0],
      ],
      [
        [0, 0, 0],
        [7, 8, 9],
      ],
    ])
  })

  it('attention equals its program in numbers', () => {
    const [Q, K, V] = ['Q', 'K', 'V'].map((name, i) => `${name} = randn([3, 2], ${i + 1})`)
    const arrays = numbersOf(`${Q}\n${K}\n${V}\ny = softmax(Q @ K.T/2) @ V`)
    const dot = (i: number, j: number) => `(Q[${i}, 0]*K[${j}, 0] + Q[${i}, 1]*K[${j}, 1])/2`
    const line = (i: number) => {
      const sum = [0, 1, 2].map((j) => `exp(${dot(i, j)})`).join(' + ')
      const entry = (column: number) =>
        `(${[0, 1, 2].map((j) => `exp(${dot(i, j)})*V[${j}, ${column}]`).join(' + ')})/(${sum})`
      return `[${entry(0)}, ${entry(1)}]`
    }
    const numbers = numbersOf(`${Q}\n${K}\n${V}\ny = [${[0, 1, 2].map(line).join(', ')}]`)
    expectClose(arrays.outputs.y, numbers.outputs.y)
    for (const name of ['Q', 'K', 'V']) expectClose(arrays.jacobian.y[name], numbers.jacobian.y[name])
  })

  it('a convolution equals its program in numbers', () => {
    const lines = 'x = [1, -2, 3, 0.5]\nk = [0.3, -0.7]\n'
    const arrays = numbersOf(`${lines}f = sum(tanh(conv(x, k)))`)
    const windows = [0, 1, 2].map((i) => `tanh(x[${i}]*k[0] + x[${i + 1}]*k[1])`)
    const numbers = numbersOf(`${lines}f = ${windows.join(' + ')}`)
    for (const name of ['x', 'k']) expectClose(arrays.jacobian.f[name], numbers.jacobian.f[name])
  })

  it('a recurrent cell over three steps equals its program in numbers: the gradients of shared parameters add', () => {
    const start = 'w = 0.6\nu = -0.4\nb = 0.1\n'
    const cell = (x: number, h: string) => `rnncell([${x}], ${h}, [[w]], [[u]], [b])`
    const arrays = numbersOf(`${start}h = ${cell(3, cell(-2, cell(1, '[0]')))}\nf = h[0]`)
    const numbers = numbersOf(`${start}f = tanh(3*w + u*tanh(-2*w + u*tanh(w + b) + b) + b)`)
    for (const name of ['w', 'u', 'b']) expectClose(arrays.jacobian.f[name], numbers.jacobian.f[name])
  })

  it('the adjoint of a broadcast operand is a sum over what it served', () => {
    const { jacobian } = numbersOf('X = ones(4, 3)\nb = [1, 2, 3]\nc = 5\nf = sum(X*b + c)')
    expect(jacobian.f.b).toEqual([4, 4, 4])
    expect(jacobian.f.c).toBe(12)
  })
})

describe.each(MODES)('at edges, in %s mode', (mode) => {
  // The sign of a zero is no difference.
  const gradient = (source: string) => entriesOf(differentiate(source, { mode }).jacobian.z.x).map((entry) => entry + 0)

  it.each([
    ['x = [0, 1]\nz = sum(sqrt(x)[1:])', [0, 0.5]],
    ['x = [0, 1]\nz = sum(log(x)[1])', [0, 1]],
    ['x = [0, 4]\nz = [1/x[0], sqrt(x[1])][1]', [0, 0.25]],
    ['x = [-1, 4]\nz = sum(where(x > 0, sqrt(x), 0))', [0, 0.25]],
    [
      'x = [[0, 1], [2, 3]]\nz = sum(log(x)[:, 1])',
      [
        [0, 1],
        [0, 1 / 3],
      ],
    ],
    ['x = [0, 2]\nz = max(concat(-1/x, [3]))', [0, 0]],
  ])('an entry that does not act is absent and meets no infinite partial: %j', (source, expected) => {
    expect(gradient(source)).toEqual(entriesOf(expected))
  })

  it.each([
    ['x = [3, 1, 3, 3]\nz = max(x)', [1 / 3, 0, 1 / 3, 1 / 3]],
    [
      'x = [[2, 2], [5, 1]]\nz = sum(max(x, axis=1))',
      [
        [0.5, 0.5],
        [1, 0],
      ],
    ],
    ['x = [1, 1]\nz = min(x)', [0.5, 0.5]],
    ['x = [1, 2]\nz = sum(max(x, 2))', [0, 0.5]],
  ])('winners of a reduction share alike: %j', (source, expected) => {
    expect(gradient(source)).toEqual(entriesOf(expected))
  })

  it.each([
    ['x = [0, 0]\nz = norm(x)', [0, 0]],
    ['x = [3, -4]\nz = norm(x)', [0.6, -0.8]],
    ['x = [0, 2, 0]\nz = prod(x)', [0, 0, 0]],
    ['x = [0, 2, 3]\nz = prod(x)', [6, 0, 0]],
    ['x = [1000, 0]\nz = softmax(x)[0]', [0, 0]],
    ['x = [1000, 1000]\nz = logsumexp(x)', [0.5, 0.5]],
    ['x = [[7]]\nz = x[0, 0]*x.T[0, 0]', [[14]]],
  ])('has the derivative that mathematics or the convention gives: %j', (source, expected) => {
    expect(gradient(source)).toEqual(entriesOf(expected))
  })

  it.each([
    ['sum(sqrt(x))', Number.POSITIVE_INFINITY],
    ['sqrt(x[0]) + x[1]', Number.POSITIVE_INFINITY],
    ['norm(sqrt(x))', Number.NaN],
  ])('a real infinity stays, and a real 0·∞ is NaN: %s at 0', (formula, expected) => {
    expect(gradient(`x = [0, 1]\nz = ${formula}`)[0]).toBe(expected)
  })
})
