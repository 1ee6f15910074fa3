import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absolute } from '../src/autodiff/primal.ts'
import { jacobian, type Primal, primal, type Value } from '../src/core.ts'
import { postorder } from '../src/language/postorder.ts'
import { printExpression } from '../src/language/print.ts'
import type { Expression } from '../src/language/syntax.ts'
import { checkByHand } from '../src/methods/byHand.ts'
import { type SymbolicDerivative, symbolicDerivative } from '../src/methods/symbolic.ts'
import { distance } from './agreement.ts'
import cases from './cases/published.json' with { type: 'json' }
import { numberIn } from './entries.ts'
import { graphOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'
import { roundingOf } from './rounding.ts'

/** Relative to what rounding can do: some 45 times the rounding of a number. */
const ROUNDING = 1e-14
/** Relative to the same pass over absolute partials. Far beyond a thousand programs, what rounding can do to values is more. */
export const OF_PASS = 1e-12
const MS_PER_PROGRAM = 200
/** Longer texts are not checked by hand. */
const LONGEST_TEXT = 5000

/** Operations of an expression as it is written. */
const operationsIn = (expression: Expression): number =>
  postorder(expression).filter(({ kind }) => kind !== 'number' && kind !== 'name').length

/** A derivative as an expression, and what the engine knows of it. */
interface Checked extends SymbolicDerivative {
  readonly known: number
  readonly rounding: number
  /** The same over absolute partials. */
  readonly scale: number
}

function derivativesOf(pass: Primal): Checked[] {
  const { graph } = pass
  const [known, scale] = [pass, absolute(pass)].map((each) => jacobian(each, 'reverse'))
  return graph.outputs.flatMap(({ name: output, node: to }) =>
    graph.inputs.map(({ name: input, node: from }) => ({
      ...(symbolicDerivative(graph, from, to) as SymbolicDerivative),
      known: numberIn(known[output][input]),
      rounding: roundingOf(pass, output, input),
      scale: numberIn(scale[output][input]),
    })),
  )
}

function expectKnown(value: number, { known, rounding, scale }: Checked, ofPass: number): void {
  expect(distance(value, known, rounding)).toBeLessThan(ROUNDING)
  expect(distance(value, known, scale)).toBeLessThanOrEqual(ofPass)
}

/** Every derivative of a program as an expression: its size is what is written, its value that of the engine. */
function checkExpressions(source: string, ofPass: number, at?: Readonly<Record<string, Value>>): void {
  const pass = primal(graphOf(source), at)
  const { inputs } = pass.graph
  const lines = inputs.map(({ name, node }) => `${name} = ${pass.values[node]}`)
  const written = new Map<string, Checked>()
  for (const derivative of derivativesOf(pass)) {
    const { expression, operations, valueAt } = derivative
    expectKnown(
      valueAt((name) => pass.values[inputs.find((each) => each.name === name)?.node ?? -1]),
      derivative,
      ofPass,
    )
    if (!expression) continue
    expect(operations).toBe(BigInt(operationsIn(expression)))
    const name = `derivative${written.size}`
    lines.push(`output ${name} = ${printExpression(expression)}`)
    written.set(name, derivative)
  }
  const { outputs } = primal(graphOf(lines.join('\n')))
  for (const [name, derivative] of written) expectKnown(numberIn(outputs[name]), derivative, ofPass)
}

/** The derivative of the first output by the first input, typed by hand. */
function checkTyped(source: string, at: Readonly<Record<string, Value>>): void {
  const graph = graphOf(source)
  const [input] = graph.inputs
  const [output] = graph.outputs
  const expression = symbolicDerivative(graph, input.node, output.node)?.expression
  const text = expression ? printExpression(expression) : ''
  if (text === '' || text.length > LONGEST_TEXT) return
  const view = { kind: 'scalars', graph, inputs: graph.inputs, isUnrolled: false } as const
  const checked = checkByHand({ source, view, at, output: output.name, input: input.name, text })
  expect(checked).toMatchObject({ kind: 'right', isHere: true })
}

/** Holds derivatives as expressions to the engine, on the published examples and so many random programs. */
export function describeSymbolic(count: number, typed: number, ofPass = Number.POSITIVE_INFINITY): void {
  describe('the derivative as an expression', () => {
    it.each(cases.map(({ program }) => [program]))('has the engine’s value on the published example %j', (program) => {
      checkExpressions(program, OF_PASS)
    })

    it(`has the engine’s value on ${count} random programs`, { timeout: count * MS_PER_PROGRAM }, () => {
      fc.assert(
        fc.property(programs, ({ source, at }) => checkExpressions(source, ofPass, at)),
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
