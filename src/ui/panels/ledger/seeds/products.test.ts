import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../../../../../verification/fixtures/compiled.ts'
import { jacobian } from '../../../../core.ts'
import { sessionOf } from '../../../../trace/sessionOf.ts'
import { weightsOf } from './draft.ts'
import { PRESETS, presetOf } from './presets.ts'
import { productsOf } from './products.ts'

const sessionFor = (source: string) => sessionOf(graphOf(source))
const UNITS = { forward: null, reverse: null, hvp: null }

test('w·(J·v) is (wᵀ·J)·v, and both are what the Jacobian gives', () => {
  const session = sessionFor('x = 2\ny = 3\nf = sin(x) + x*y\ng = x/y')
  const rows = jacobian(session.primal, 'reverse')
  const weight = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(weight, weight, weight, weight, (vx, vy, wf, wg) => {
      const v = new Map([
        ['x', [vx]],
        ['y', [vy]],
      ])
      const w = new Map([
        ['f', [wf]],
        ['g', [wg]],
      ])
      const { left, right, agree } = productsOf(session, v, w)
      expect(agree).toBe(true)
      const entry = (of: string, by: string) => rows[of][by] as number
      const byHand =
        wf * (entry('f', 'x') * vx + entry('f', 'y') * vy) + wg * (entry('g', 'x') * vx + entry('g', 'y') * vy)
      expect(left).toBeCloseTo(byHand, 8)
      expect(right).toBeCloseTo(byHand, 8)
    }),
  )
})

test('where a product is no number nothing is claimed', () => {
  const session = sessionFor('x = 0\nf = sqrt(x*x)')
  expect(productsOf(session, new Map([['x', [1]]]), new Map([['f', [1]]])).agree).toBeNull()
})

test('seeds begin as a single 1, and keep what fits when the program changes', () => {
  const { graph } = sessionFor('x = 2\nW = [[1, 2], [3, 4]]\nf = sum(W)*x')
  expect([...weightsOf(graph, 'forward', UNITS, null)]).toEqual([
    ['x', [1]],
    ['W', [0, 0, 0, 0]],
  ])
  const draft = new Map([
    ['W', [1, 2, 3, 4]],
    ['gone', [5]],
  ])
  expect([...weightsOf(graph, 'forward', UNITS, draft)]).toEqual([
    ['x', [0]],
    ['W', [1, 2, 3, 4]],
  ])
})

test('a seed for an array is known by its name again', () => {
  for (const name of Object.keys(PRESETS) as (keyof typeof PRESETS)[])
    expect(presetOf(PRESETS[name](7)), name).toBe(name)
  expect(presetOf([1, 2])).toBeNull()
})
