import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { hessian } from '../src/autodiff/second/hessian.ts'
import { differentiate } from '../src/core.ts'
import reductions from './cases/reductions.json' with { type: 'json' }
import special from './cases/special.json' with { type: 'json' }
import { expectWithin } from './closeness.ts'
import { primalOf } from './fixtures/compiled.ts'

const CLOSE = 1e-12

/** Where PyTorch's own formulas cancel, and where lgamma and digamma come near a zero left of 0. */
const CANCELS: ReadonlySet<string> = new Set(['mish', 'tanhshrink', 'gelutanh', 'lgamma', 'digamma'])
const ABSOLUTE = 1e-14

const boundOf = (name: string, number: number): number => CLOSE * Math.abs(number) + (CANCELS.has(name) ? ABSOLUTE : 0)

describe.each(special)('$name at $x, by $of', ({ name, x, value, partial, second }) => {
  const source = `x = ${x}\nf = ${name}(x)`

  it.each(MODES)('has its value and derivative in %s mode', (mode) => {
    const { outputs, jacobian } = differentiate(source, { mode })
    expectWithin(boundOf(name, value), outputs.f, value, 'value')
    expectWithin(boundOf(name, partial), jacobian.f.x, partial, 'derivative')
  })

  it('has its second derivative, by the formula of the first', () => {
    const [computed] = hessian(primalOf(source), { f: 1 }).rows[0]
    expectWithin(1e-11 * Math.abs(second) + 1e-11, computed, second, 'second derivative')
  })
})

const M = 'M = [[1.5, -0.3, 2.25], [0.75, 4, -1]]'
const flat = (nested: unknown): number[] => [nested].flat(Number.POSITIVE_INFINITY as 1) as number[]

describe.each(reductions)('$expr, by JAX 0.10', ({ expr, value, jacobian: expected }) => {
  it.each(MODES)('has its value and Jacobian in %s mode', (mode) => {
    const { outputs, jacobian } = differentiate(`${M}\noutput f = ${expr}`, { mode })
    const pairs = (computed: number[], exact: number[]) => {
      expect(computed.length).toBe(exact.length)
      for (const [i, x] of exact.entries()) expectWithin(CLOSE * Math.max(1, Math.abs(x)), computed[i], x, `entry ${i}`)
    }
    pairs(flat(outputs.f), value)
    pairs(flat(jacobian.f.M), expected)
  })
})

describe('second derivatives of reductions along an axis, by JAX 0.10', () => {
  it.each([
    ['sum(var(M, axis=1)^2)', [1.126666666666667, -0.96, -0.1666666666666668, 0, 0, 0]],
    ['sum(std(M, axis=0)^3)', [0.5625, 0, 0, -0.5625, 0, 0]],
    ['sum(norminf(M, axis=1)^3)', [0, 0, 0, 0, 0, 0]],
  ])('of %s', (expr, firstRow) => {
    const [row] = hessian(primalOf(`${M}\noutput f = ${expr}`), { f: 1 }).rows
    for (const [i, x] of firstRow.entries()) expectWithin(1e-11, row[i], x, `entry ${i}`)
  })
})
