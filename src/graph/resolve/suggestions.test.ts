import { describe, expect, it } from 'vitest'
import { editDistance, factors, nearest } from './suggestions.ts'

describe('the edit distance', () => {
  it.each([
    ['sin', 'sin', 0],
    ['sni', 'sin', 1],
    ['sigmod', 'sigmoid', 1],
    ['kitten', 'sitting', 3],
    ['', 'log', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })
})

describe('the nearest words', () => {
  it('are those of the least distance, none if all are far', () => {
    expect(nearest('sni', ['cos', 'sinh', 'sin'])).toEqual(['sin'])
    expect(nearest('sih', ['cos', 'sinh', 'sin'])).toEqual(['sinh', 'sin'])
    expect(nearest('sigmodi', ['sigmoid'])).toEqual(['sigmoid'])
    expect(nearest('wobble', ['cos', 'sin'])).toEqual([])
    expect(nearest('squeeze', ['square'])).toEqual([])
    expect(nearest('x'.repeat(10_000), ['cos'])).toEqual([])
  })
})

describe('the factors of a word', () => {
  const known = (name: string) => ['x', 'y', 'x1'].includes(name)
  it('are known names that it is written of', () => {
    expect(factors('xy', known)).toEqual(['x', 'y'])
    expect(factors('x1y', known)).toEqual(['x1', 'y'])
    expect(factors('xz', known)).toBeNull()
    expect(factors('x', known)).toBeNull()
  })
})
