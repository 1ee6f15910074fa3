import { describe, expect, it } from 'vitest'
import { isDropped, partialAt, primitiveNamed, valueAt } from '../../verification/fixtures/operations.ts'
import { big, differentiate, oracleOf } from '../../verification/oracle.ts'
import { infixOperator, negation } from './index.ts'

const NEVER = Number.NaN

describe.each([
  ['max', [1, 1, 0], [0.5, 0.5, NEVER]],
  ['min', [2, 2, 2, 2], [0.25, 0.25, 0.25, 0.25]],
  ['clamp', [0, 0, 1], [1, NEVER, NEVER]],
  ['clamp', [-1, 0, 1], [NEVER, 1, NEVER]],
  ['clamp', [2, 0, 1], [NEVER, NEVER, 1]],
  ['clamp', [0.5, 1, 0], [NEVER, NEVER, 1]],
  ['where', [1, 5, 6], [NEVER, 1, NEVER]],
  ['where', [0, 5, 6], [NEVER, NEVER, 1]],
  ['where', [-3, 5, Number.POSITIVE_INFINITY], [NEVER, 1, NEVER]],
] as const)('%s at %j', (name, operands, live) => {
  it('passes derivatives to the operands that its value comes from, and nothing to the others', () => {
    const primitive = primitiveNamed(name)
    for (const [slot, partial] of live.entries()) {
      expect(isDropped(primitive, slot, operands)).toBe(Number.isNaN(partial))
      if (!Number.isNaN(partial)) expect(partialAt(primitive, slot, operands)).toBe(partial)
    }
  })
})

describe('NaN', () => {
  it.each(['max', 'min', 'clamp'])('reaches every operand of %s', (name) => {
    const primitive = primitiveNamed(name)
    for (const slot of [0, 1, 2]) {
      expect(isDropped(primitive, slot, [1, Number.NaN, 2])).toBe(false)
      expect(partialAt(primitive, slot, [1, Number.NaN, 2])).toBeNaN()
    }
  })

  it.each(['relu', 'leakyrelu', 'sigmoid', 'softplus', 'silu', 'gelu', 'erf', 'abs', 'tanh', 'log', 'sqrt'])(
    'passes through %s',
    (name) => {
      const primitive = primitiveNamed(name)
      expect(valueAt(primitive, [Number.NaN])).toBeNaN()
      expect(partialAt(primitive, 0, [Number.NaN])).toBeNaN()
    },
  )
})

describe('comparisons', () => {
  it('drop both operands', () => {
    for (const operator of ['<', '<=', '>', '>=', '==', '!='] as const)
      for (const slot of [0, 1]) expect(isDropped(infixOperator(operator), slot, [1, 2])).toBe(true)
  })

  it('hold or do not hold at a tie', () => {
    const atTie = (['<', '<=', '>', '>=', '==', '!='] as const).map((o) => valueAt(infixOperator(o), [2, 2]))
    expect(atTie).toEqual([0, 1, 0, 1, 1, 0])
  })
})

describe('rounding', () => {
  it('takes halves away from zero, and nothing less than a half', () => {
    const round = primitiveNamed('round')
    const rounded = [0.5, -0.5, 2.5, -2.5, 0.49999999999999994, 2 ** 52 + 1].map((x) => valueAt(round, [x]))
    expect(rounded).toEqual([1, -1, 3, -3, 0, 2 ** 52 + 1])
  })
})

describe('far from the origin', () => {
  it.each([
    ['gelu', -12, 2e-14],
    ['gelu', -30, 1e-13],
    ['sigmoid', -700, 2e-15],
    ['softplus', -43, 2e-15],
    ['sech', 700, 2e-15],
    ['csch', -700, 2e-15],
    ['log1p', 1e300, 2e-15],
    ['asinh', 1e300, 2e-15],
    ['acosh', 1e300, 2e-15],
    ['acoth', 1e20, 2e-15],
    ['acsch', 1e20, 2e-15],
    ['asech', 1e-300, 2e-15],
    ['acosh', 1 + 2 ** -40, 2e-15],
    ['asec', 1 + 2 ** -40, 2e-15],
    ['acsc', -1 - 2 ** -40, 2e-15],
    ['acoth', -1 - 2 ** -40, 2e-15],
    ['asech', 1 - 2 ** -40, 2e-15],
    ['atanh', 1 - 2 ** -40, 2e-15],
  ])('and near the ends of its domain, %s(%d) keeps its digits', (name, x, bound) => {
    const primitive = primitiveNamed(name)
    const step = Math.abs(Math.abs(x) - 1) < 1e-9 ? big(2 ** -70) : undefined
    const value = oracleOf(name)(big(x))
    const partial = differentiate(oracleOf(name), [big(x)], 0, step)
    expect(
      big(valueAt(primitive, [x]))
        .minus(value)
        .div(value)
        .abs()
        .toNumber(),
    ).toBeLessThan(bound)
    expect(
      big(partialAt(primitive, 0, [x]))
        .minus(partial)
        .div(partial)
        .abs()
        .toNumber(),
    ).toBeLessThan(bound)
  })

  it('erf is within 2 units in the last place', () => {
    const erf = primitiveNamed('erf')
    for (let x = 1 / 64; x < 6; x += 11 / 512) {
      const exact = oracleOf('erf')(big(x))
      const unit = 2 ** (Math.floor(Math.log2(exact.toNumber())) - 52)
      expect(
        big(valueAt(erf, [x]))
          .minus(exact)
          .abs()
          .div(unit)
          .toNumber(),
      ).toBeLessThan(2)
      expect(valueAt(erf, [-x])).toBe(-valueAt(erf, [x]))
    }
  })
})

describe('negation', () => {
  it('is its own inverse', () => {
    expect(valueAt(negation, [valueAt(negation, [3])])).toBe(3)
  })
})
