import { expect, test } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { compressedPattern } from './compression.ts'

const patternFor = (source: string) => compressedPattern(primalOf(source))

/** Neighbours act on each other: a band of three. */
const band = (count: number): string => {
  const lines = Array.from({ length: count }, (_, i) => `x${i} = ${i + 1}`)
  const name = (i: number) => `x${Math.min(count - 1, Math.max(0, i))}`
  for (let i = 0; i < count; i++) lines.push(`f${i} = ${name(i - 1)}*${name(i)} + sin(${name(i + 1)})`)
  return lines.join('\n')
}

test('a band of three takes three passes in either mode, however long, and every entry is recovered', () => {
  const pattern = patternFor(band(30))
  for (const mode of ['forward', 'reverse'] as const) {
    expect(pattern?.[mode].colouring.colours).toBe(3)
    expect(pattern?.[mode].passes?.isEqual).toBe(true)
    expect(pattern?.[mode].passes?.numbers).toHaveLength(3)
  }
})

test('a full Jacobian has a pass for each column and none to save', () => {
  const pattern = patternFor('x = 1\ny = 2\nf = x*y\ng = x + y')
  expect(pattern?.forward).toEqual({ colouring: { colours: 2, colourOf: new Int32Array([0, 1]) }, passes: null })
})

test('a product entry by entry is a diagonal: one pass', () => {
  const pattern = patternFor('x = [1, 2, 3, 4]\nf = x*x')
  expect(pattern?.forward.colouring.colours).toBe(1)
  expect(pattern?.forward.passes?.numbers).toEqual([new Float64Array([2, 4, 6, 8])])
})
