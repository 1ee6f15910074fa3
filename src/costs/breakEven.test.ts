import { describe, expect, it } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE, MLP } from '../../verification/fixtures/programs.ts'
import { breakEven, cheaperAt, operationsFor } from './breakEven.ts'
import { total } from './counts.ts'

const RISING = `x = 0.5\nu = exp(sin(x))\n${Array.from({ length: 9 }, (_, i) => `f${i} = sin(${i + 2}*u)`).join('\n')}`

describe('the break-even of the modes', () => {
  it.each([LECTURE, RISING, ...ARRAYS])('has the counted operations at the program’s own shape: %s', (source) => {
    const even = breakEven(primalOf(source))
    const { forward, reverse } = operationsFor(even, even.point)
    expect(forward).toBeCloseTo(total(even.forward.all), 8)
    expect(reverse).toBeCloseTo(total(even.reverse.all), 8)
    const { passes, operations } = cheaperAt(even, even.point)
    const side = (f: number, r: number) => (f === r ? null : f < r ? 'forward' : 'reverse')
    expect(passes).toBe(side(even.point.d, even.point.c))
    expect(operations).toBe(side(total(even.forward.all), total(even.reverse.all)))
  })

  it('counts passes by inputs and outputs', () => {
    const even = breakEven(primalOf(LECTURE))
    expect(cheaperAt(even, { d: 1, c: 5 }).passes).toBe('forward')
    expect(cheaperAt(even, { d: 5, c: 1 }).passes).toBe('reverse')
    expect(cheaperAt(even, { d: 4, c: 4 }).passes).toBe(null)
    // A tangent pass takes 2 operations on average, the adjoint pass 4: three inputs pay for reverse mode.
    expect([even.tangent, even.adjoint, even.slope]).toEqual([2, 4, 0.5])
    expect(cheaperAt(even, { d: 2, c: 1 }).operations).toBe(null)
    expect(cheaperAt(even, { d: 3, c: 1 }).operations).toBe('reverse')
  })

  it('is on forward mode’s side for one input and many outputs, on reverse mode’s for a network’s loss', () => {
    const [rising, network] = [RISING, MLP].map((source) => breakEven(primalOf(source)))
    expect(cheaperAt(rising, rising.point)).toEqual({ passes: 'forward', operations: 'forward' })
    expect(cheaperAt(network, network.point)).toEqual({ passes: 'reverse', operations: 'reverse' })
  })
})
