import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColouredJacobian, colouredJacobian } from '../src/autodiff/sparse/colouredJacobian.ts'
import { jacobian, type Mode, type Numbers, primal } from '../src/core.ts'
import { graphOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'

const RUNS = 1000
const MS_PER_PROGRAM = 150

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  it.each<Mode>(['forward', 'reverse'])('have the same Jacobian from one pass for each colour in %s mode', (mode) => {
    fc.assert(
      fc.property(programs, ({ source, at }) => {
        const graph = graphOf(source)
        const pass = primal(graph, at as Numbers)
        const { sparsity, entries, colouring } = colouredJacobian(pass, mode) as ColouredJacobian
        const full = jacobian(pass, mode)
        expect(colouring.colours).toBeLessThanOrEqual((mode === 'forward' ? graph.inputs : graph.outputs).length)
        for (const [i, row] of sparsity.rows.entries())
          for (const [j, column] of sparsity.columns.entries())
            expect(entries[i][j] + 0).toBe((full[row.of][column.of] as number) + 0)
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })
})
