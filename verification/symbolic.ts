import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absolute } from '../src/autodiff/primal.ts'
import { compile, jacobian, type Numbers, primal, type Value } from '../src/core.ts'
import type { Graph } from '../src/graph/graph.ts'
import { postorder } from '../src/language/postorder.ts'
import { printExpression } from '../src/language/print.ts'
import type { Expression } from '../src/language/syntax.ts'
import { checkByHand } from '../src/methods/byHand.ts'
import { type SymbolicDerivative, symbolicDerivative } from '../src/methods/symbolic.ts'
import cases from './cases/published.json' with { type: 'json' }
import { programs } from './programs.ts'

/** In parts of the same pass over absolute partials. */
const ROUNDING = 1e-12
const MS_PER_PROGRAM = 200
/** Longer texts are not checked by hand. */
const LONGEST = 5000

function graphOf(source: string): Graph {
  const { graph, diagnostics } = compile(source)
  if (!graph) throw new Error(`${source}\n${diagnostics[0].message}`)
  return graph
}

/** Operations of an expression as it is written. */
const written = (expression: Expression): number =>
  postorder(expression).filter(({ kind }) => kind !== 'number' && kind !== 'name').length

/** Every derivative of a program as an expression: its size is what is written, its value that of the engine. */
function checkExpressions(source: string, at?: Readonly<Record<string, Value>>): void {
  const graph = graphOf(source)
  const pass = primal(graph, at)
  const [known, scale] = [pass, absolute(pass)].map((each) => jacobian(each, 'reverse'))
  const numberIn = (rows: Readonly<Record<string, Numbers>>, output: string, input: string) =>
    rows[output][input] as number
  const lines = graph.inputs.map(({ name, node }) => `${name} = ${pass.values[node]}`)
  const expected: { value: number; bound: number }[] = []
  for (const { name: output, node: to } of graph.outputs)
    for (const { name: input, node: from } of graph.inputs) {
      const { expression, operations, valueAt } = symbolicDerivative(graph, from, to) as SymbolicDerivative
      const [value, bound] = [known, scale].map((rows) => numberIn(rows, output, input))
      const named = (name: string) => pass.values[graph.inputs.find((each) => each.name === name)?.node ?? -1]
      expect(Math.abs(valueAt(named) - value)).toBeLessThanOrEqual(ROUNDING * bound)
      if (!expression) continue
      expect(operations).toBe(BigInt(written(expression)))
      lines.push(`output derivative${expected.length} = ${printExpression(expression)}`)
      expected.push({ value, bound })
    }
  const { outputs } = primal(graphOf(lines.join('\n')))
  for (const [i, { value, bound }] of expected.entries())
    expect(Math.abs((outputs[`derivative${i}`] as number) - value)).toBeLessThanOrEqual(ROUNDING * bound)
}

/** The derivative of the first output by the first input, typed by hand. */
function checkTyped(source: string, at: Readonly<Record<string, Value>>): void {
  const graph = graphOf(source)
  const [input] = graph.inputs
  const [output] = graph.outputs
  const expression = symbolicDerivative(graph, input.node, output.node)?.expression
  const text = expression ? printExpression(expression) : ''
  if (text === '' || text.length > LONGEST) return
  const view = { kind: 'scalars', graph, inputs: graph.inputs, isUnrolled: false } as const
  const checked = checkByHand({ source, view, at, output: output.name, input: input.name, text })
  expect(checked).toMatchObject({ kind: 'right', isHere: true })
}

/** Holds derivatives as expressions to the engine, on the published examples and so many random programs. */
export function describeSymbolic(count: number, typed: number): void {
  describe('the derivative as an expression', () => {
    it.each(cases.map(({ program }) => [program]))('has the engine’s value on the published example %j', (program) => {
      checkExpressions(program)
    })

    it(`has the engine’s value on ${count} random programs`, { timeout: count * MS_PER_PROGRAM }, () => {
      fc.assert(
        fc.property(programs, ({ source, at }) => checkExpressions(source, at)),
        { seed: 11, numRuns: count },
      )
    })

    it(`is accepted as one by hand on ${typed} of them`, { timeout: typed * 5 * MS_PER_PROGRAM }, () => {
      fc.assert(
        fc.property(programs, ({ source, at }) => checkTyped(source, at)),
        { seed: 13, numRuns: typed },
      )
    })
  })
}
