import { describe, expect, it } from 'vitest'
import { builtIn, network, trainingFor } from '../../verification/fixtures/training.ts'
import type { Hyperparameters, Training } from './training.ts'

const LINE = 'data x = zeros(8)\ndata y = zeros(8)\nparam w = 0\nparam b = 0\nloss = mse(w*x + b, y)'

/** Runs until it rests, for so many updates at most. */
function resting(
  source: string,
  settings: Partial<Hyperparameters>,
  dataSet: string | null = null,
  most = 20_000,
): Training {
  const training = trainingFor(source, dataSet === null ? null : builtIn(dataSet), settings)
  training.advance(most, { rests: true, end: Infinity })
  return training
}

describe('a run comes to rest', () => {
  it('at a minimum, before an update whose loss and gradient are known', () => {
    const training = resting(LINE, { batchSize: 40, rate: 0.2 }, 'line')
    expect(training.rest).toMatchObject({ kind: 'minimum' })
    expect(training.phase).toBe('update')
    const { norm } = training.rest ?? { norm: 1 }
    expect(norm).toBeLessThan(1e-7)
    expect(norm).toBeCloseTo(Math.hypot(...(training.gradient ?? [])), 15)
    expect(training.updates).toBeLessThan(500)
  })

  it.each([
    ['a minimum', 'param w = 2\nloss = w^4 - 2*w^2', 'minimum'],
    ['the top of a hill, which is none', 'param w = 0\nloss = w^4 - 2*w^2', 'stationary'],
    ['a saddle', 'param a = 0\nparam b = 0\nloss = a^2 - b^2', 'stationary'],
    ['an inflection', 'param w = 0\nloss = w^3', 'stationary'],
    ['a plain, where a relu is off', 'param w = -1\nloss = relu(w)', 'flat'],
  ])('at %s, which is told from the others', (_, source, kind) => {
    expect(resting(source, { rate: 0.05 }).rest?.kind).toBe(kind)
  })

  it('not on the way from a hill that a small gradient still leaves', () => {
    const training = resting('param w = 1e-10\nloss = w^4 - 2*w^2', { rate: 0.05 })
    expect(Math.abs(training.parameters[0])).toBeCloseTo(1, 6)
    expect(training.rest?.kind).toBe('minimum')
  })

  it('not where the loss goes on falling without end', () => {
    expect(resting('param w = 0\nloss = softplus(-w)', { rate: 1 }, null, 5000).rest).toBeNull()
  })

  it('where it leaps to and fro and the loss stays', () => {
    const { rest } = resting('param w = 0.05\nloss = abs(w)', { rate: 0.1 })
    expect(rest).toMatchObject({ kind: 'level', by: 'update', count: 200, isStill: false })
  })

  it('where updates are too small to move anything', () => {
    const { rest } = resting('param w = 2\nloss = w^2', { rate: 1e-12 })
    expect(rest).toMatchObject({ kind: 'level', isStill: true })
  })

  it('with mini-batches where the mean loss of an epoch no longer falls, though each one’s gradient is far from 0', () => {
    const training = resting(LINE, { batchSize: 8, rate: 0.1 }, 'line')
    expect(training.rest).toMatchObject({ kind: 'level', by: 'epoch', count: 100, isStill: false })
    expect(training.rest?.norm).toBeGreaterThan(1e-3)
    expect(Number.isInteger(training.epochs + 1 / training.perEpoch)).toBe(true)
  })

  it('not on a plain on the way, where mini-batches blur a loss that goes on falling', () => {
    const { rest, loss } = resting(network(1), { batchSize: 32, rate: 0.02 }, 'two moons', 3000)
    expect(rest).toBeNull()
    expect(loss).toBeLessThan(0.2)
  })

  it('only where it is asked to: a step by hand goes on', () => {
    const training = resting('param w = 0\nloss = w^2', {})
    expect(training.updates).toBe(0)
    training.advance(3)
    expect(training.updates).toBe(3)
  })
})
