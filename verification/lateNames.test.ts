import { describe, expect, it } from 'vitest'
import { differentiate as differentiateIn } from '../src/core.ts'
import { build } from './fixtures/compiled.ts'

const differentiate = (source: string) => differentiateIn(source, { mode: 'reverse' })

const errors = (source: string): string[] =>
  build(source).diagnostics.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []))

describe('names that came late to the language', () => {
  it.each(['logit', 'std', 'var', 'any', 'elu', 'detach', 'argmax', 'sinc', 'mae', 'huber', 'bce'])(
    'are free for values, inputs and parameters of a program: %s',
    (name) => {
      expect(errors(`w = 2\n${name} = 3*w\nf = ${name}^2`)).toEqual([])
      expect(errors(`f = ${name}*2`)).toEqual([])
      expect(errors(`g(${name}) = ${name}^2\nf = g(3)`)).toEqual([])
      expect(differentiate(`w = 2\n${name} = 3*w\nf = ${name}^2`).outputs.f).toBe(36)
    },
  )

  it.each(['logit', 'std', 'huber', 'stop_gradient'])('are free for functions of a program: %s', (name) => {
    expect(differentiate(`${name}(a) = 10*a\nx = 2\nf = ${name}(x)`).outputs.f).toBe(20)
  })
})

describe('what a call of a reduction fixes', () => {
  const M = 'M = [[1, 2], [4, 8]]\n'
  it.each([
    ['std(M, 0, ddof=1)', 'samplestd(M, axis=0)'],
    ['var(M, dim=1, correction=1)', 'samplevar(M, axis=1)'],
    ['var(M, 1, 0, 1)', 'var(M, axis=1, keepdims=True)'],
    ['norm(M, 1, 0)', 'norm1(M, axis=0)'],
    ['norm(M, ord=2, axis=1)', 'norm(M, axis=1)'],
    ['norm(M[0], 1)', 'norm1(M[0])'],
    ['std(M, axis=[0, 1])', 'std(M)'],
    ['sum(M, [-1])', 'sum(M, axis=1)'],
  ])('is the same as that of the record it means: %s is %s', (call, record) => {
    expect(differentiate(`${M}f = ${call}`)).toEqual(differentiate(`${M}f = ${record}`))
  })

  it.each([
    ['norm(M, 1)', /Frobenius/],
    ['norm(M, 3)', /ord must be 1, 2 or inf/],
    ['norm(M, 0)', /For an axis write axis=0/],
    ['std(M, ddof=2)', /ddof must be 0/],
    ['std(M, unbiased=1)', /no keyword “unbiased”/],
    ['sum(M, ddof=1)', /no keyword “ddof”/],
    ['sum(M, axis=[0, -2])', /name no axis twice/],
    ['sum(M, axis=[0, 2])', /no axis 2/],
    ['softmax(M, axis=[0, 1])', /one whole number/],
    ['norm(M, ord=1, axis=[0, 1])', /Frobenius/],
    ['argmax(M, 2)', /no axis 2/],
    ['huber(M)', /takes 2 to 3 operands/],
  ])('is refused by its name where it has no meaning: %s', (call, says) => {
    expect(errors(`${M}f = ${call}`).join()).toMatch(says)
  })
})

describe('stop_gradient', () => {
  it('lets its value pass and no derivative, in arrays too, whatever it is called', () => {
    for (const name of ['stop_gradient', 'detach', 'stopgradient']) {
      const { outputs, jacobian } = differentiate(`x = [1, 2]\nf = sum(x*${name}(x^2))`)
      expect([outputs.f, jacobian.f.x]).toEqual([9, [1, 4]])
    }
  })

  it('is absent along its edge: no infinity meets a zero', () => {
    expect(differentiate('x = 0\nf = x + stop_gradient(sqrt(x))').jacobian.f.x).toBe(1)
  })
})
