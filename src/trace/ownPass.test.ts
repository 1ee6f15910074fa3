import { expect, test } from 'vitest'
import { passesOf } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { narrate } from './narration/index.ts'
import { ownPass } from './ownPass.ts'
import { passName } from './pass.ts'

const { primal } = passesOf(LECTURE, 'forward')
const said = (mode: 'forward' | 'reverse', seed: Record<string, number>, step: number) =>
  narrate({ pass: ownPass(primal, mode, seed).get(1), step, term: 0 }).sentence

test('a seed of the user’s own has one pass after the primal one, which gives the product with the Jacobian', () => {
  const along = ownPass(primal, 'forward', { x1: 0.5, x2: -1 })
  expect(along.count).toBe(2)
  expect(along.get(0).kind).toBe('primal')
  const { numbers, steps } = along.get(1)
  expect(numbers[steps[steps.length - 1]]).toBeCloseTo(0.5 * (Math.cos(2) + 3) - 2, 14)
})

test('it goes by no input’s name, even where a single entry is seeded with 1', () => {
  expect(passName(ownPass(primal, 'forward', { x2: 1 }).get(1))).toBe('J·v')
  expect(passName(ownPass(primal, 'reverse', { f: 1 }).get(1))).toBe('wᵀ·J')
})

test('its steps speak of the direction and of the weights', () => {
  expect(said('forward', { x1: 1, x2: 1 }, 0)).toMatch(/derivative of every node along v/)
  expect(said('forward', { x1: 1, x2: 1 }, 1)).toBe('The seed gives x₁ the tangent 1.')
  expect(said('forward', { x1: 1, x2: 1 }, 4)).toMatch(/product rule/)
  expect(said('reverse', { f: 1 }, 0)).toMatch(/weighted by w/)
  expect(said('reverse', { f: 1 }, 1)).toBe('The seed gives f the adjoint 1.')
})

test('a seed of 0 reaches nothing', () => {
  expect(ownPass(primal, 'forward', {}).get(1).steps).toHaveLength(0)
  expect(said('forward', {}, 0)).toMatch(/nothing to compute/)
})
