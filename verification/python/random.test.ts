import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../src/core.ts'
import { numberIn } from '../entries.ts'
import { twoTexts } from './randomPython.ts'

const SEED = 20_181_153
const PROGRAMS = 300

describe(`${PROGRAMS} random Python programs`, () => {
  it.each(['forward', 'reverse'] as const)('have the numbers of the same formulas in %s mode', (mode) => {
    const same = ({ python, own }: { python: string; own: string }) => {
      const [read, expected] = [differentiate(python, { mode }), differentiate(own, { mode })]
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      const pairs = [[read.outputs.y, expected.outputs.y]]
      for (const x of ['x0', 'x1']) pairs.push([read.jacobian.y[x], expected.jacobian.y[x]])
      for (const [a, b] of pairs.map((pair) => pair.map(numberIn)))
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(b)))
    }
    fc.assert(fc.property(twoTexts, same), { seed: SEED, numRuns: PROGRAMS })
  })
})
