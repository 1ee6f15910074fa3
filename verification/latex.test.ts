import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, primal } from '../src/core.ts'
import { parse } from '../src/language/parse.ts'
import { printExpression } from '../src/language/print.ts'
import type { Expression } from '../src/language/syntax.ts'
import { readLatex } from '../src/latex/latex.ts'
import { expressionLatex } from '../src/notation/latex.ts'
import { expectWithin } from './closeness.ts'
import { programs } from './programs.ts'

/** What a program's lines compute, written out; those that call the program's own functions are left out. */
const expressionsOf = (source: string): Expression[] =>
  parse(source).program.statements.flatMap((statement) => (statement.kind === 'definition' ? [statement.value] : []))

function outputOf(program: string): number | null {
  const { graph } = compile(program)
  const [output] = graph?.outputs ?? []
  if (!graph || !output) return null
  const value = primal(graph, Object.fromEntries(graph.inputs.map(({ name }, k) => [name, 0.3 + 0.17 * (k % 5)])))
    .outputs[output.name]
  return typeof value === 'number' ? value : null
}

describe('formulas that the page itself writes in LaTeX', () => {
  it('are read with the same value, or not at all', () => {
    let [read, all] = [0, 0]
    fc.assert(
      fc.property(programs, ({ source }) => {
        for (const expression of expressionsOf(source)) {
          const before = outputOf(`out = ${printExpression(expression)}`)
          if (before === null || !Number.isFinite(before)) continue
          all++
          const { program } = readLatex(`y_1 = ${expressionLatex(expression)}`)
          if (program === null) continue
          read++
          expectWithin(1e-12 * Math.abs(before), outputOf(program) ?? Number.NaN, before, program)
        }
      }),
      { seed: 7, numRuns: 300 },
    )
    expect(read).toBeGreaterThan(all / 4)
  })
})
