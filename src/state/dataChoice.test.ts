import { describe, expect, it } from 'vitest'
import { compile, type Graph } from '../core.ts'
import { dataSetNamed } from '../training/dataSets.ts'
import { chosenFrom, OWN, offersFor, PASTED, rowsIn } from './dataChoice.ts'

const TWO = 'data X = zeros(6, 2)\ndata y = zeros(6)\nparam w = [0, 0]\nloss = mse(X @ w, y)'
const HELD = 'data x = [1, 2]\ndata y = [3, 4]\nparam w = 0\nloss = mse(w*x, y)'

const compiling = (source: string) => (at: object) => compile(source, { open: 'all', at: at as never })
const graphOf = (source: string) => compiling(source)({}).graph as Graph
const chosen = (source: string, wish: string | null) => chosenFrom(offersFor(graphOf(source)), graphOf(source), wish)

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

  it('take the place of arrays that only hold it, and leave those that hold numbers', () => {
    expect(chosen(TWO, null)).toBe('two moons')
    expect(chosen(TWO, 'line')).toBe('two moons')
    expect(chosen(HELD, null)).toBe(OWN)
    expect(chosen('param w = 1\nloss = w^2', null)).toBe(OWN)
  })

  it('come in as many rows as the program has', () => {
    expect(rowsIn(compiling(TWO), dataSetNamed('two moons')?.make(1) ?? null)).toBe(6)
    expect(rowsIn(compiling(HELD), null)).toBe(2)
    expect(rowsIn(compiling('data x = 1\ndata y = 2\nparam w = 1\nloss = (w*x - y)^2'), null)).toBe(1)
  })
})
