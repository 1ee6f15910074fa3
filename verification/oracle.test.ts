import { describe, expect, it } from 'vitest'
import { big, differentiate, oracleOf } from './oracle.ts'

/** Decimals of mathematical constants and tables, to 40 digits. */
const published: readonly [string, readonly number[], string][] = [
  ['exp', [1], '2.718281828459045235360287471352662497757'],
  ['log', [2], '0.6931471805599453094172321214581765680755'],
  ['sqrt', [2], '1.414213562373095048801688724209698078570'],
  ['acos', [-1 / 2], '2.094395102393195492308428922186335256131'],
  ['atan2', [1, -1], '2.356194490192344928846982537459627163148'],
  ['erf', [1], '0.8427007929497148693412206350826092592961'],
  ['gelu', [0], '0'],
  ['asinh', [1], '0.8813735870195430252326093249797923090282'],
  ['sinh', [1], '1.175201193643801456882381850595600815156'],
]

describe('the oracle', () => {
  it.each(published)('%s(%j) is the published %s', (name, operands, decimals) => {
    const computed = oracleOf(name)(...operands.map(big))
    const digits = decimals.replace(/\D/g, '').length - 1
    expect(computed.minus(big(decimals)).abs().toNumber()).toBeLessThan(10 ** (1.5 - digits))
  })

  it('reads a double as the number that it is, not as the decimal that it is written as', () => {
    expect(big(0.1).minus(big('0.1')).toNumber()).toBeCloseTo(5.551115123125783e-18, 30)
  })

  it('takes erf and its complement to the same number where they meet', () => {
    const x = big(-4 * Math.SQRT2)
    const byErf = x.times(big(1).plus(oracleOf('erf')(x.div(big(2).sqrt())))).div(2)
    expect(oracleOf('gelu')(x).minus(byErf).div(byErf).abs().toNumber()).toBeLessThan(1e-45)
  })

  it.each([
    ['exp', 1.5, 'exp'],
    ['sin', 2, 'cos'],
    ['sinh', 0.25, 'cosh'],
  ])('differences %s at %d to %s within 1e-40', (name, x, derivative) => {
    const difference = differentiate(oracleOf(name), [big(x)], 0)
    expect(
      difference
        .minus(oracleOf(derivative)(big(x)))
        .abs()
        .toNumber(),
    ).toBeLessThan(1e-40)
  })

  it('differences each operand by itself', () => {
    const at = [big(3), big(4)]
    expect(differentiate(oracleOf('mul'), at, 0).toNumber()).toBe(4)
    expect(differentiate(oracleOf('mul'), at, 1).toNumber()).toBe(3)
  })
})
