import { describe, expect, it } from 'vitest'
import { builtIn, network, trainingFor } from '../../verification/fixtures/training.ts'
import { checkGradient } from './gradientCheck.ts'

const checked = (source: string, name: string | null, change?: (gradient: Float64Array) => void) => {
  const training = trainingFor(source, name === null ? null : builtIn(name))
  training.step()
  training.step()
  const { objective, parameters, rows, gradient } = training
  if (!change) return checkGradient(objective, parameters, rows)
  const wrong = (gradient as Float64Array).slice()
  change(wrong)
  return checkGradient(objective, parameters, rows, wrong)
}

describe('the gradient check', () => {
  it.each([
    [network(1), 'two moons'],
    [network(2).replace('tanh', 'relu'), 'spiral'],
    ['data x = 0\ndata y = 0\nparam w = 0.3\nparam b = -0.2\nloss = (sin(w*x) + exp(b) - y)^2', 'line'],
    ['data x = 3\nparam w = [1e6, -2e-4]\nloss = sum(w^2)', null],
  ])('agrees with the adjoint pass (%#)', (source, name) => {
    const check = checked(source, name)
    expect(check.agrees).toBe(true)
    expect(check.checked).toBeGreaterThan(0)
    expect(check.worst?.error).toBeLessThan(1e-6)
  })

  it('finds one wrong entry, and says where', () => {
    const check = checked(network(1), 'two moons', (gradient) => {
      gradient[0] *= 1.001
    })
    expect(check.agrees).toBe(false)
    expect(check.worst?.name).toBe('W1[0,0]')
    expect(check.worst?.error).toBeCloseTo(0.001, 4)
  })

  it.each([Number.NaN, Infinity, 0])('fails on a gradient of %d', (wrong) => {
    expect(checked('data x = 0\nparam w = 1\nloss = w^2', null, (gradient) => gradient.fill(wrong)).agrees).toBe(false)
  })

  it('says where a kink leaves nothing to compare', () => {
    expect(checked('data x = 0\nparam w = [0, 2]\nloss = sum(relu(w))', null)).toMatchObject({
      agrees: true,
      checked: 1,
      kinks: ['w[0]'],
      worst: { name: 'w[1]' },
    })
  })

  it('leaves the parameters as they are', () => {
    const training = trainingFor(network(1), builtIn('xor'))
    training.advance(3)
    const before = [...training.parameters]
    checkGradient(training.objective, training.parameters, training.rows)
    expect([...training.parameters]).toEqual(before)
  })
})
