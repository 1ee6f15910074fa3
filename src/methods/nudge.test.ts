import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { programs } from '../../verification/programs.ts'
import { primal } from '../autodiff/primal.ts'
import { seedAt } from '../autodiff/seeds.ts'
import { curveAlong, fieldAlong, rangeAround } from './along.ts'
import { nudged } from './nudge.ts'

const first = (source: string) => {
  const pass = primal(graphOf(source))
  return { pass, input: seedAt(pass.graph, 'forward', 0), output: seedAt(pass.graph, 'reverse', 0) }
}

describe('what stop_gradient gives', () => {
  const { pass, input, output } = first('x = 2\nf = x*stop_gradient(x^2)')

  it('stays where it is under a nudge', () => {
    const { predicted, actual } = nudged(pass, input, 0.5)
    expect([predicted[output.node], actual[output.node]]).toEqual([2, 2])
  })

  it('stays where it is along a curve, which then has the tangent line that is drawn', () => {
    const { xs, ys, tangent } = curveAlong(pass, input, output)
    expect(tangent.slope).toBe(4)
    for (const [i, x] of xs.entries()) expect(ys[i]).toBeCloseTo(4 * x, 12)
  })
})

describe('a nudge of an input', () => {
  it('changes each node as its derivative predicts, but for what is of second order', () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => {
        const pass = primal(graphOf(source), at)
        const seed = seedAt(pass.graph, 'forward', 0)
        const [wide, narrow] = [1e-3, 1e-4].map((by) => nudged(pass, seed, by))
        for (let node = 0; node < pass.graph.size; node++) {
          if (!wide.present[node]) expect([wide.actual[node], wide.predicted[node]]).toEqual([0, 0])
          const [far, near] = [wide, narrow].map(({ predicted, actual }) => Math.abs(predicted[node] - actual[node]))
          // A tenth of the nudge, a hundredth of what is left; rounding apart, and terms of third order.
          const rounding = 1e-12 * (1 + Math.abs(pass.values[node]))
          expect(near).toBeLessThanOrEqual(0.05 * far + rounding + 1e-7)
        }
      }),
      { seed: 21, numRuns: 200 },
    )
  })

  it('of one entry of an array reaches what it acts on', () => {
    const pass = primal(graphOf('W = [[1, 2], [3, 4]]\nx = [0.5, -1]\ny = W @ x'))
    const { predicted, actual } = nudged(pass, seedAt(pass.graph, 'forward', 1), 0.1)
    const { offset, outputs } = pass.graph
    const start = offset[outputs[0].node]
    expect([...predicted.subarray(start, start + 2)]).toEqual([-0.1, 0])
    expect(actual[start]).toBeCloseTo(-0.1, 14)
  })

  it('leaves an infinity that stays unchanged', () => {
    const { pass, input } = first('x = 1\nz = 0\nf = 1/z + x')
    expect([...nudged(pass, input, 0.5).actual]).not.toContain(Number.NaN)
  })
})

describe('an output along an input', () => {
  it('touches its tangent line at the point, and bends away from it', () => {
    const { pass, input, output } = first('x = 1\nf = x^2')
    const { xs, ys, tangent } = curveAlong(pass, input, output)
    expect(tangent).toEqual({ x: 1, y: 1, slope: 2 })
    for (const [i, x] of xs.entries()) expect(ys[i] - (1 + 2 * (x - 1))).toBeCloseTo((x - 1) ** 2, 12)
  })

  it('has gaps where the output is not defined', () => {
    const { pass, input, output } = first('x = 0.5\nf = log(x)')
    const { xs, ys } = curveAlong(pass, input, output, [-1, 1])
    for (const [i, x] of xs.entries()) expect(Number.isNaN(ys[i])).toBe(x <= 0)
  })

  it('is drawn over a range in which a pole does not hide the rest', () => {
    const wide = first('x = 0.5\nf = sin(x)')
    expect(rangeAround(wide.pass, wide.input, wide.output)).toEqual([-1.5, 2.5])
    const pole = first('x = 0.5\nf = 1/x')
    const [least] = rangeAround(pole.pass, pole.input, pole.output)
    expect(least).toBeGreaterThan(0)
    const flat = first('x = 0\nf = x^2')
    expect(rangeAround(flat.pass, flat.input, flat.output)).toEqual([-2, 2])
    const cubic = first('x = 0\nf = x^3')
    expect(rangeAround(cubic.pass, cubic.input, cubic.output)).toEqual([-2, 2])
    const constant = first('x = 3\nf = sign(x + 100)')
    expect(rangeAround(constant.pass, constant.input, constant.output)).toEqual([-3, 9])
  })

  it('has its gradient across the contours', () => {
    const pass = primal(graphOf('x = 1\ny = 2\nf = x^2 + x*y'))
    const [x, y] = [0, 1].map((i) => seedAt(pass.graph, 'forward', i))
    const field = fieldAlong(pass, [x, y], seedAt(pass.graph, 'reverse', 0))
    expect(field).toMatchObject({ at: [1, 2], value: 3, gradient: [4, 1] })
    for (const [row, b] of field.ys.entries())
      for (const [column, a] of field.xs.entries())
        expect(field.values[row * field.xs.length + column]).toBeCloseTo(a * a + a * b, 12)
  })
})
