import { describe, expect, it } from 'vitest'
import { build } from '../../../verification/fixtures/compiled.ts'
import { differentiate } from '../../core.ts'

type Numbers = Readonly<Record<string, unknown>>
type Case = readonly [program: string, outputs: Numbers, jacobian?: Readonly<Record<string, Numbers>>]

/** Values and derivatives as NumPy gives them; those of gathers are sums over the places that take an entry. */
const VALUES: readonly Case[] = [
  ['w = [0.5, 1.5, -1]\nf = sum(w[[0, 2, 2]]^2)', { f: 2.25 }, { f: { w: [1, 0, -4] } }],
  [
    'P = [[0.2, 0.8], [0.5, 0.5]]\nconst y = [1, 0]\nL = -sum(log(P[arange(2), y]))',
    { L: 0.916290731874155 },
    {
      L: {
        P: [
          [0, -1.25],
          [-2, 0],
        ],
      },
    },
  ],
  ['x = [1, 2, 3]\nconst m = [1, -1, 1]\nf = sum(x[m > 0]^2)', { f: 10 }, { f: { x: [2, 0, 6] } }],
  ['x = [1, 2, 3]\nf = x[[true, false, true]]', { f: [1, 3] }],
  ['x = [1, 2, 3]\nconst a = 2\nf = x[a] + x[a - 2]', { f: 4 }],
  ['x = [1, 2, 3]\nconst m = [1, 0, 1]\nconst k = m == 0\nf = x[k]', { f: [2] }],
  [
    'x = [1, 2]\nf = x[:, newaxis]*x[newaxis, :]',
    {
      f: [
        [1, 2],
        [2, 4],
      ],
    },
  ],
  ['W = [[1, 2], [3, 4]]\nf = W[..., 0]', { f: [1, 3] }],
  [
    'W = [[1, 2], [3, 4]]\nf = sum(W[…, [0, 0, 1]]*[1, 2, 3])',
    { f: 30 },
    {
      f: {
        W: [
          [3, 3],
          [3, 3],
        ],
      },
    },
  ],
  ['x = [1, 2]\nf = x[..., newaxis][0, ...]', { f: [1] }],
  ['W = [[1, 2, 3], [4, 5, 6]]\nf = W[1, [2, 0]]', { f: [6, 4] }],
  ['A = [[0.5, 0.25]]\nf = sum(A)/shape(A)[1]', { f: 0.375 }, { f: { A: [[0.5, 0.5]] } }],
  ['A = [[0.5, 0.25]]\nf = A @ ones(shape(A)[1])', { f: [0.75] }],
  ['A = [[0.5, 0.25]]\nconst n = shape(A)[-1]\nf = A @ full([n], 2)', { f: [1.5] }],
  ['X = [[1, 2], [3, 4], [5, 6]]\nf = sum(X)*shape(X)', { f: [63, 42] }],
  ['average(x) = sum(x)/shape(x)[0]\na = [1, 2]\nb = [1, 2, 6]\nf = average(a)*average(b)', { f: 4.5 }],
  ['x = 8\nf = log(x, 2)\ng = log(x, 10)\nh = ln(x, 3)', { f: 3, g: 0.9030899869919435, h: 1.892789260714372 }],
  ['b = 3\nf = log(9, b)', { f: 2 }, { f: { b: -0.6068261510845583 } }],
  ['s = [0.5, -inf, 0.5]\np = softmax(s)', { p: [0.5, 0, 0.5] }],
  ['x = 2\nf = where(false, x, x*x) + where(true, 1, x)', { f: 5 }, { f: { x: 4 } }],
  ['x = 1\nf = x + ∞\ng = -inf*x', { f: Number.POSITIVE_INFINITY, g: Number.NEGATIVE_INFINITY }],
  ['inf = 3\ntrue = 2\nf = inf*true', { f: 6 }],
  ['x = 3\nf = [inf, -inf, x]', { f: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3] }],
]

describe('what is known before the program runs', () => {
  it.each(VALUES.map(([program, ...numbers]) => [program, numbers] as const))(
    'gives NumPy’s numbers: %j',
    (program, numbers) => {
      const [outputs, jacobian = {}] = numbers
      for (const mode of ['forward', 'reverse'] as const) {
        const found = differentiate(program, { mode })
        expect(found.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
        for (const [name, value] of Object.entries(outputs)) expectClose(found.outputs[name], value)
        for (const [name, row] of Object.entries(jacobian))
          for (const [input, value] of Object.entries(row)) expectClose(found.jacobian[name][input], value)
      }
    },
  )

  it.each([
    ['P = [[1, 2], [3, 4]]\ny = [1, 0]\nf = P[arange(2), y]', /“y” can change.*const y/],
    ['x = [1, 2]\nf = x[x > 1]', /known before the program runs.*where/],
    ['x = [1, 2]\nf = x[i]', /known before the program runs/],
    ['x = [1, 2]\nconst a = 0.5\nf = x[a]', /whole number/],
    ['x = [1, 2]\nf = x[[0, 5]]', /5/],
    ['x = 1\nf = shape(x)[0]', /a number, which has no axes/],
    ['x = [1, 2]\nf = shape(x)[1]', /1 is not among them/],
    ['x = [1, 2]\nf = zeros(shape(sin(x)*y)[0])', /known before the program runs/],
    ['x = 1\nf = log(x, 2, 3)', /“log” takes/],
    ['x = 1\nf = log(x, 2, axis=0)', /without names/],
    ['const a = b\nconst b = a\nx = [1, 2]\nf = x[a]', /known|needs itself/],
  ])('is refused where it is not: %j', (program, says) => {
    const errors = build(program).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors[0]?.message).toMatch(says)
    expect(errors.every(({ fix }) => !fix)).toBe(true)
  })

  it('follows the shape that an input has instead', () => {
    const { graph } = build('X = [[1, 2], [3, 4]]\nf = zeros(shape(X)[0]) + sum(X, axis=1)/shape(X)[0]', {
      at: {
        X: [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      },
    })
    expect(graph?.shapes[graph.shape[graph.outputs[0].node]]).toEqual([3])
  })
})

describe('random numbers without a seed', () => {
  it('differ from place to place, and are the same for the same text', () => {
    const program = 'a = randn(4)\nb = randn(4)\nc = rand(2)\nf = sum((a - b)^2) + sum(c)'
    const [first, again] = [differentiate(program, { mode: 'reverse' }), differentiate(program, { mode: 'reverse' })]
    expect(first.outputs.f).toEqual(again.outputs.f)
    expect(first.outputs.f).toBeGreaterThan(1)
  })

  it('are the same where they are known and where they are computed', () => {
    const { outputs } = differentiate('a = randn(6)\nconst m = randn(6)\nx = ones(6)\nf = sum(x[m > 0]) - sum(m > 0)', {
      mode: 'reverse',
    })
    expect(outputs.f).toBe(0)
  })

  it('with a seed are those of the seed', () => {
    const { outputs } = differentiate('x = 1\nf = x*sum(abs(randn(4, seed=3) - randn([4], 3)))', { mode: 'reverse' })
    expect(outputs.f).toBe(0)
  })
})

describe('a product of arrays that may be meant otherwise', () => {
  const notes = (program: string) => build(program).diagnostics.filter(({ severity }) => severity === 'note')

  it.each([
    ['w = [1, 2]\nx = [3, 4]\nf = w·x', 'The dot product is dot(w, x).'],
    ['W = [[1, 2], [3, 4]]\nx = [3, 4]\nf = W*x\ng = W*x + 1', 'The matrix product is W @ x.'],
    ['W = [[1, 2], [3, 4]]\nV = [[1, 2], [3, 4]]\nf = (W + 1)*V', 'The matrix product is (W + 1) @ V.'],
  ])('has one note that says how it is read: %j', (program, says) => {
    expect(notes(program)).toMatchObject([{ message: expect.stringContaining(says) }])
    expect(notes(program)[0].message).toContain('entry by entry')
  })

  it.each([
    'w = [1, 2]\nx = [3, 4]\nf = w*x',
    'w = [1, 2]\nx = [3, 4]\nf = w⊙x',
    'W = [[1, 2], [3, 4]]\nf = W*W',
    'a = 2\nx = [3, 4]\nf = a·x',
    'X = [[1, 2, 3], [4, 5, 6]]\nY = [[1, 2, 3], [4, 5, 6]]\nf = X*Y',
  ])('has none where there is no doubt: %j', (program) => {
    expect(notes(program)).toEqual([])
  })
})

function expectClose(found: unknown, value: unknown): void {
  const [all, wanted] = [[found].flat(9), [value].flat(9)] as [number[], number[]]
  expect(all).toHaveLength(wanted.length)
  for (const [i, x] of wanted.entries())
    if (Number.isFinite(x)) expect(Math.abs(all[i] - x)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(x)))
    else expect(all[i]).toBe(x)
}
