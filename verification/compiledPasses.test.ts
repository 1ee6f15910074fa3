import { describe, it } from 'vitest'
import { examples } from '../src/examples/examples.ts'
import edges from './cases/edges.json' with { type: 'json' }
import published from './cases/published.json' with { type: 'json' }
import { describeCompiledPasses, expectSamePassesOf } from './compiledPasses.ts'

describeCompiledPasses(1000, 300, 200)

describe('compiled passes are those of the tape to the last bit', () => {
  it.each(published)('on the published case: $name', ({ program }) => {
    expectSamePassesOf(program)
  })

  it.each(examples)('on the example: $name', ({ program }) => {
    expectSamePassesOf(program)
  })

  it('where functions bend, jump and end', () => {
    for (const { expr, inputs } of edges) {
      const lines = Object.entries(inputs).map(
        ([name, x]) => `${name} = ${String(x).replace(/^(-?)Infinity$/, '$11e400')}`,
      )
      if (lines.some((line) => /NaN|1e400/.test(line))) continue
      expectSamePassesOf([...lines, `output f = ${expr.replace(/^softmax1\((.*)\)$/, 'softmax([$1])[0]')}`].join('\n'))
    }
  })

  it.each([
    ['a long sum', `x = 0.7\nf = ${Array.from({ length: 90 }, (_, i) => `sin(x*${i + 1})*x`).join(' + ')}`],
    [
      'a recurrence',
      `${['x0 = 0.3', 'x1 = 0.4'].join('\n')}\n${Array.from({ length: 80 }, (_, i) => `x${i + 2} = x${i + 1}*x${i}/(1 + x${i}^2)`).join('\n')}\nf = x81`,
    ],
    [
      'one that reads far back',
      `${Array.from({ length: 60 }, (_, i) => `v${i} = ${i === 0 ? '0.9' : `v${i - 1}*1.01 + v0*v${i >> 1}`}`).join('\n')}\nf = v59`,
    ],
    ['slices that overlap', 'x = randn([40], 3)\nf = sum(x[1:]*x[:-1]) + sum(x[::2]) + sum(sqrt(abs(x[::-1]))[3:])'],
    ['windows', 'A = randn([7, 6], 1)\nK = randn([2, 3], 2)\nf = sum(tanh(conv(A, K))) + sum(A[1:, 1:]*A[:-1, :-1])'],
    [
      'broadcasting',
      'A = randn([5, 1], 1)\nB = randn([1, 9], 2)\nC = randn([4, 5, 9], 3)\nf = sum((A + B)*C - A/(2 + B*B))',
    ],
    [
      'products of matrices',
      'A = randn([7, 13], 1)\nB = randn([13, 11], 2)\nC = randn([11], 3)\nf = sum(tanh(A @ B) @ C) + sum((A @ B).T @ A)',
    ],
    [
      'entries of which some are reached',
      'x = randn([9], 4)\nf = sum(max(x, 0)[2:5]) + where(x[0] > 0, x[0], x[1]*x[2])',
    ],
    [
      'classes',
      'W = randn([4, 3], 1)\nX = randn([8, 4], 2)\nf = mean(logsumexp(X @ W, axis=1)) - mean(softmax(X @ W))',
    ],
  ])('on %s', (_, source) => {
    expectSamePassesOf(source)
  })
})
