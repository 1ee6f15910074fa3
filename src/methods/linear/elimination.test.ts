import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { primal } from '../../autodiff/primal.ts'
import {
  beginElimination,
  eliminate,
  eliminateAll,
  type Game,
  MOST_INNER,
  markowitz,
  possibleOf,
  remaining,
} from './elimination.ts'
import { bestOrder, forwardOrder, greedyOrder, reverseOrder, rivalsOf } from './eliminationOrders.ts'
import { linearised } from './linearised.ts'

const begin = (source: string): Game => beginElimination(linearised(primal(graphOf(source)))) as Game

/** Neither mode is best: the middle of the hourglass goes first. */
const HOURGLASS = `x1 = 1
x2 = 2
x3 = 3
a = x1*x2 + x3
b = sin(a)
c = exp(b)
u = c*2
v = sin(c)
w = c^2
y1 = u + v
y2 = v + w
y3 = u*w`

describe('eliminating inner vertices', () => {
  it('leaves the Jacobian between inputs and outputs', () => {
    const { vertices, start } = begin('x = 2\ny = 3\na = x*y\nf = sin(a) + a\ng = a*y')
    const end = eliminateAll(start, reverseOrder(start))
    expect(end.inner).toEqual([])
    const [f, g] = remaining(end, vertices)
    expect(f[0]).toBeCloseTo(3 * (Math.cos(6) + 1), 14)
    expect(g[1]).toBeCloseTo(2 * 3 + 6, 14)
  })

  it('multiplies each in-edge by each out-edge, and adds where an edge is there', () => {
    const { start } = begin('x = 2\na = x^2\nf = a*x')
    const [a] = start.inner
    expect(markowitz(start, a)).toBe(1)
    const end = eliminate(start, a)
    expect([end.multiplications, end.additions]).toEqual([1, 1])
  })

  it('keeps a copy of an output that is also used', () => {
    const { vertices, start } = begin('x = 2\nf = sin(x)\ng = f^2\noutput f')
    expect(start.inner.map(vertices.originOf)).toContain(vertices.originOf(vertices.outputs[0]))
    const rows = remaining(eliminateAll(start, forwardOrder(start)), vertices)
    expect(rows[0][0]).toBeCloseTo(Math.cos(2), 14)
    expect(rows[1][0]).toBeCloseTo(2 * Math.sin(2) * Math.cos(2), 14)
  })

  it('gives an input that is an output the derivative 1 by itself', () => {
    const { vertices, start } = begin('x = 2\nf = sin(x)\noutput x')
    expect(remaining(eliminateAll(start, forwardOrder(start)), vertices)).toContainEqual([1])
  })

  it('has no vertices but those between inputs and outputs', () => {
    const { vertices, start } = begin('x = 2\nconst k = 3\nc = x < 1\nb = sin(k)\nf = x*c + b')
    const ends = [...start.into.values()].flatMap((partials) => [...partials.keys()])
    expect(ends.every((vertex) => vertices.inputs.includes(vertex) || start.inner.includes(vertex))).toBe(true)
  })

  it('costs least in the middle of an hourglass, and the greedy order comes near', () => {
    const { start } = begin(HOURGLASS)
    const cost = (order: readonly number[]) => eliminateAll(start, order).multiplications
    const best = bestOrder(start) as number[]
    expect(cost(best)).toBeLessThan(Math.min(cost(forwardOrder(start)), cost(reverseOrder(start))))
    expect(cost(greedyOrder(start))).toBeLessThan(Math.min(cost(forwardOrder(start)), cost(reverseOrder(start))))
  })

  it('has the best of all orders, tried one by one', () => {
    const { start } = begin('x = 1\ny = 2\na = x*y\nb = sin(a)\nc = a*b\nd = b + c\nf = d*a\ng = exp(d)')
    const least = Math.min(...orders(start.inner).map((order) => eliminateAll(start, order).multiplications))
    expect(eliminateAll(start, bestOrder(start) as number[]).multiplications).toBe(least)
  })

  it('goes as far in an order as each of its vertices is inner and still there', () => {
    const { vertices, start } = begin(HOURGLASS)
    const [a, b, c] = start.inner
    expect(possibleOf(start, [b, a, c])).toBe(3)
    expect(possibleOf(start, [a, a, b])).toBe(1)
    expect(possibleOf(start, [vertices.inputs[0]])).toBe(0)
  })

  it('costs no less in any order than in the best', () => {
    const rivals = rivalsOf(begin(HOURGLASS).start)
    const costs = rivals.map(({ multiplications }) => multiplications ?? Number.NaN)
    expect(costs.at(-1)).toBe(Math.min(...costs))
    expect(rivals.at(-1)?.name).toBe('Best')
  })

  it('is no game where there are too many vertices', () => {
    const deep = `x = 0.5\nf = ${'sin('.repeat(MOST_INNER + 2)}x${')'.repeat(MOST_INNER + 2)}`
    expect(beginElimination(linearised(primal(graphOf(deep))))).toBeNull()
  })
})

function orders(vertices: readonly number[]): number[][] {
  if (vertices.length === 0) return [[]]
  return vertices.flatMap((first) => orders(vertices.filter((each) => each !== first)).map((rest) => [first, ...rest]))
}
