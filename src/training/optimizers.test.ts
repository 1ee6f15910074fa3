import { describe, expect, it } from 'vitest'
import { type OptimizerName, optimizerNamed, optimizers } from './optimizers.ts'

/** Where one parameter goes from 1, with these gradients and a learning rate of 0.1. */
function path(name: OptimizerName, gradients: readonly number[]): number[] {
  const { memory, settings, update } = optimizerNamed(name)
  const parameters = Float64Array.of(1)
  const state = Array.from({ length: memory }, () => new Float64Array(1))
  const values = settings.map(({ value }) => value)
  return gradients.map((gradient, i) => {
    update(parameters, Float64Array.of(gradient), state, 0.1, i + 1, values)
    return parameters[0]
  })
}

describe('the first steps by hand', () => {
  it('SGD: 1 − 0.1·2 = 0.8, then 0.8 + 0.1·1 = 0.9', () => {
    expect(path('sgd', [2, -1])).toEqual([0.8, 0.9])
  })

  it('momentum: v = −0.2, then 0.9·(−0.2) + 0.1 = −0.08', () => {
    const [first, second] = path('momentum', [2, -1])
    expect(first).toBeCloseTo(0.8, 14)
    expect(second).toBeCloseTo(0.72, 14)
  })

  it('Adam: the first step is the learning rate, whatever the gradient', () => {
    expect(path('adam', [2])[0]).toBeCloseTo(0.9, 8)
    expect(path('adam', [2e-3])[0]).toBeCloseTo(0.9, 5)
    expect(path('adam', [-5e4])[0]).toBeCloseTo(1.1, 8)
  })

  it('Adam: the second by the formulas', () => {
    // m = 0.9·0.2 − 0.1 = 0.08 over 1 − 0.81; s = 0.999·0.004 + 0.001 over 1 − 0.998001.
    const step = (0.1 * (0.08 / 0.19)) / (Math.sqrt(0.004996 / 0.001999) + 1e-8)
    expect(path('adam', [2, -1])[1]).toBeCloseTo(path('adam', [2])[0] - step, 12)
  })
})

it.each(optimizers)('$name without a gradient stays where it is', ({ name }) => {
  expect(path(name, [0, 0, 0])).toEqual([1, 1, 1])
})

it.each(optimizers)('$name treats parameters in one array as if each were alone', ({ memory, settings, update }) => {
  const parameters = Float64Array.of(1, -2)
  const state = Array.from({ length: memory }, () => new Float64Array(2))
  const values = settings.map(({ value }) => value)
  for (let step = 1; step <= 3; step++) update(parameters, Float64Array.of(step, -step), state, 0.1, step, values)
  expect(parameters[1]).toBeCloseTo(-1 - parameters[0], 12)
})
