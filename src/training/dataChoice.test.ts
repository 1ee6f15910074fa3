import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { compiling, digitNetwork } from '../../verification/fixtures/training.ts'
import { chosenFrom, dataFor, insteadOf, OWN, offersFor, PASTED, rowsIn } from './dataChoice.ts'
import { dataSetNamed } from './dataSets.ts'
import digitsText from './digits.txt?raw'

const TWO = 'data X = zeros(6, 2)\ndata y = zeros(6)\nparam w = [0, 0]\nloss = mse(X @ w, y)'
const HELD = 'data x = [1, 2]\ndata y = [3, 4]\nparam w = 0\nloss = mse(w*x, y)'

/** Regression with three features and two targets: labels of three classes would fit the shape of the features. */
const SCORES = 'data X = randn([8, 3], 5)\ndata t = zeros(8, 2)\nparam W = zeros(3, 2)\nloss = mse(X @ W, t)'

const chosen = (source: string, wish: string | null) => chosenFrom(offersFor(graphOf(source)), wish)
const instead = (source: string) => insteadOf(offersFor(graphOf(source)), graphOf(source))

describe('data sets for a program', () => {
  it('are offered where they fit; for the others it is said what would be needed', () => {
    const offers = offersFor(graphOf(TWO))
    expect(offers.find(({ name }) => name === 'two moons')?.problem).toBeNull()
    expect(offers.find(({ name }) => name === 'line')?.problem).toContain('write data')
  })

  it('are what was chosen, where it fits', () => {
    expect(chosen(TWO, 'spiral')).toBe('spiral')
    expect(chosen(TWO, PASTED)).toBe(PASTED)
    expect(chosen(TWO, OWN)).toBe(OWN)
  })

  it('are the program’s own, whatever they hold, where none was chosen that fits', () => {
    for (const source of [TWO, HELD, SCORES, 'param w = 1\nloss = w^2']) expect(chosen(source, null)).toBe(OWN)
    expect(chosen(TWO, 'line')).toBe(OWN)
  })

  it('are proposed in the place of arrays that only keep one, not of those that hold numbers', () => {
    expect(instead(TWO)).toBe('two moons')
    for (const source of [HELD, SCORES, 'param w = 1\nloss = w^2']) expect(instead(source)).toBeNull()
  })

  it('come in as many rows as the program has', () => {
    expect(rowsIn(compiling(TWO), dataSetNamed('two moons')?.make(1) ?? null)).toBe(6)
    expect(rowsIn(compiling(HELD), null)).toBe(2)
    expect(rowsIn(compiling('data x = 1\ndata y = 2\nparam w = 1\nloss = (w*x - y)^2'), null)).toBe(1)
  })

  it('are awaited where they stand in a file, until its text is there', () => {
    const wish = { choice: 'digits', pasted: '', seed: 1 }
    const [before, after, other] = [
      dataFor(compiling(digitNetwork), { ...wish, file: null }),
      dataFor(compiling(digitNetwork), { ...wish, file: digitsText }),
      dataFor(compiling(TWO), { ...wish, file: null }),
    ]
    expect(before).toMatchObject({ data: { chosen: 'digits', isAwaited: true }, dataSet: null })
    expect(after).toMatchObject({ data: { isAwaited: false }, dataSet: { name: 'digits' } })
    expect(other).toMatchObject({ data: { chosen: OWN, isAwaited: false } })
    expect(instead(digitNetwork)).toBe('digits')
  })
})
