import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hessian, hessianVector } from '../src/autodiff/second/hessian.ts'
import { adjoint, type Numbers, type Primal, primal } from '../src/core.ts'
import { passOf } from './passOf.ts'
import { programs, type RandomProgram } from './programs.ts'

const RUNS = 1000
const MS_PER_PROGRAM = 150

const numbered = (named: readonly { readonly name: string }[], numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(named.map(({ name }, i) => [name, numbers[i % numbers.length]]))

/** The inputs, moved along the direction. */
const beside = (at: Numbers, direction: Readonly<Record<string, number>>, step: number): Numbers =>
  Object.fromEntries(Object.entries(direction).map(([name, move]) => [name, (at[name] as number) + step * move]))

const STEP = 1e-4
const CLOSE = 1e-6

/** The gradient's derivative along the direction, by central differences of fourth order. */
function byDifferences({ graph }: Primal, at: Numbers, weights: Numbers, direction: Record<string, number>) {
  const gradient = (steps: number) => adjoint(primal(graph, beside(at, direction, steps * STEP)), weights).numbers
  const [before2, before, after, after2] = [-2, -1, 1, 2].map(gradient)
  return before.map((_, i) => (before2[i] - after2[i] + 8 * (after[i] - before[i])) / (12 * STEP))
}

const expectClose = (computed: number, expected: number, name: string): void =>
  expect([name, Math.abs(computed - expected) / Math.max(1, Math.abs(expected)) < CLOSE]).toEqual([name, true])

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  const holdFor = (holds: (program: RandomProgram) => void) =>
    fc.assert(fc.property(programs, holds), { seed: 20_181_153, numRuns: RUNS })

  it('have Hessian-vector products that are differences of gradients', () => {
    holdFor((program) => {
      const pass = passOf(program)
      const { inputs, outputs } = pass.graph
      const weights = numbered(outputs, program.directions)
      const direction = numbered(inputs, program.directions.toReversed())
      const { product } = hessianVector(pass, weights, direction)
      const expected = byDifferences(pass, program.at as Numbers, weights, direction)
      for (const { name, node } of inputs) expectClose(product[name] as number, expected[node], name)
    })
  })

  it('have symmetric Hessians', () => {
    holdFor((program) => {
      const pass = passOf(program)
      const { rows, entries } = hessian(pass, numbered(pass.graph.outputs, program.directions))
      for (const [i, row] of rows.entries())
        for (const [j, second] of row.entries())
          expectClose(second, rows[j][i], `${entries[i].name} ${entries[j].name}`)
    })
  })
})
