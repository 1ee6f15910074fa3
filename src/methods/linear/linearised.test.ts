import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { jacobian } from '../../autodiff/jacobian.ts'
import { primal } from '../../autodiff/primal.ts'
import { type Tensor, tensorOf } from '../../primitives/value.ts'
import { compared } from './comparison.ts'
import { isQuicklyLinearised } from './effort.ts'
import { factoredSum } from './factoredSum.ts'
import { linearised, relevant, scoped } from './linearised.ts'
import { sumOfMatrices } from './matrix.ts'
import { countPaths, listPaths, sumOverPaths } from './paths.ts'
import { tasksOf } from './tasks.ts'
import { betweenArrays, productAlong } from './wholeArrays.ts'

const NETWORK =
  'data x = [0.5, -1]\nparam W = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nh = tanh(W @ x)\nf = sum(h*h) + max(h[0], x[1])'

const passOf = (source: string) => primal(graphOf(source))
const entriesIn = (value: Parameters<typeof tensorOf>[0]) => [...(tensorOf(value) as Tensor).entries]

describe('a program as a linear map between numbers', () => {
  it('has every entry of an array for a vertex, and the Jacobian for the sums over paths, factored or not', () => {
    const pass = passOf(NETWORK)
    const linear = linearised(pass)
    const [to] = linear.outputs
    expect(linear.inputs).toHaveLength(8)
    const expected = pass.graph.inputs.flatMap(({ name }) => entriesIn(jacobian(pass, 'forward').f[name]))
    for (const [i, from] of linear.inputs.entries()) {
      expect(sumOverPaths(listPaths(linear, from, to, 1000))).toBeCloseTo(expected[i], 12)
      expect(factoredSum(linear, from, to).at(-1)?.number).toBeCloseTo(expected[i], 12)
    }
  })

  it('has no link where no derivative passes, between numbers and beside arrays alike', () => {
    // The loser of max carries none, though its partial would be 0.
    for (const source of ['a = 1\nb = 2\nf = max(a, b)', 'x = [1, 2]\nf = max(x[0], x[1])']) {
      const linear = linearised(passOf(source))
      const [[loser, winner], [to]] = [linear.inputs, linear.outputs]
      expect([loser, winner].map((from) => countPaths(linear, from, to).paths)).toEqual([0n, 1n])
    }
  })

  it('goes through closed modules of arrays', () => {
    const pass = primal(graphOf('x = [1, 2]\ng(a) = exp(a)*a[0]\nf = sum(g(x))', { open: new Set() }))
    const linear = linearised(pass)
    const sum = sumOverPaths(listPaths(linear, linear.inputs[0], linear.outputs[0], 100))
    expect(sum).toBeCloseTo(entriesIn(jacobian(pass, 'forward').f.x)[0], 12)
  })

  it('is between the ends of a scope alone', () => {
    const linear = linearised(passOf('x = 2\ny = 3\na = sin(x)\nf = a*y\ng = exp(a)'))
    const [, g] = linear.outputs
    const needed = relevant(scoped(linear, { outputs: [g] }))
    expect([...needed].reduce((a, b) => a + b)).toBe(3)
  })

  it('is not made where that would take long', () => {
    expect(isQuicklyLinearised(passOf('x = ones(20, 20)\nf = sum(exp(x))'))).toBe(true)
    expect(isQuicklyLinearised(passOf('x = ones(100, 100)\nf = sum(exp(x))'))).toBe(false)
  })
})

it('between whole arrays, products of Jacobians along the paths add up to the Jacobian', () => {
  const pass = passOf(NETWORK)
  const { graph } = pass
  const [linear, whole] = [linearised(pass), betweenArrays(pass)]
  for (const { name, node } of graph.inputs) {
    const paths = listPaths(whole, node, whole.outputs[0], 100)
    const sum = sumOfMatrices(paths.map((path) => productAlong(linear, graph, path, node)))
    for (const [i, x] of entriesIn(jacobian(pass, 'reverse').f[name]).entries())
      expect(sum.numbers[i]).toBeCloseTo(x, 12)
  }
})

it('turning round makes a SUM of each COPY and a COPY of each SUM', () => {
  const { size, links } = linearised(passOf('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'))
  const [before, after] = [tasksOf(links, false), tasksOf(links, true)]
  const turned = { SUM: 'COPY', COPY: 'SUM' } as const
  for (let vertex = 0; vertex < size; vertex++)
    expect(after(vertex)).toEqual(
      before(vertex)
        .map((task) => turned[task])
        .reverse(),
    )
  expect(before(0)).toEqual(['COPY'])
})

it('numbers agree with the engine but for rounding, infinities with themselves', () => {
  const pass = passOf('x = 0\ny = 2\nf = sqrt(x) + y^2')
  const { inputs, outputs } = linearised(pass)
  expect(compared(pass, outputs, inputs, [Number.POSITIVE_INFINITY, 4 + 1e-15])).toMatchObject({ agrees: true })
  expect(compared(pass, outputs, inputs, [Number.POSITIVE_INFINITY, 4.1])).toMatchObject({ agrees: false })
})
