import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, jacobian, primal } from '../src/core.ts'
import { withAnotherInput, withAnotherOutput } from '../src/graph/growing/another.ts'
import { programs } from './programs.ts'

const RUNS = 1000
const MS_PER_PROGRAM = 150

const namesIn = (source: string | null) => {
  const { graph, diagnostics } = compile(source ?? 'nothing')
  if (!graph) throw new Error(source ?? 'null')
  const names = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name).sort()
  return { inputs: names(graph.inputs), outputs: names(graph.outputs), problems: diagnostics.length, graph }
}

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  it('get one more input that something is made of, and nothing else changes', () => {
    fc.assert(
      fc.property(programs, ({ source }) => {
        const [before, after] = [namesIn(source), namesIn(withAnotherInput(source))]
        const [added] = after.inputs.filter((name) => !before.inputs.includes(name))
        expect(after.inputs).toEqual([...before.inputs, added].sort())
        expect(after.outputs).toEqual(before.outputs)
        expect(after.problems).toBeLessThanOrEqual(before.problems)
        const { inputs, firstConsumer } = after.graph
        const node = inputs.find(({ name }) => name === added)?.node as number
        expect(firstConsumer[node + 1] - firstConsumer[node]).toBe(1)
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })

  it('get one more output, and the Jacobian of the others stays', () => {
    fc.assert(
      fc.property(programs, ({ source }) => {
        const [before, after] = [namesIn(source), namesIn(withAnotherOutput(source))]
        const [added] = after.outputs.filter((name) => !before.outputs.includes(name))
        expect(after.outputs).toEqual([...before.outputs, added].sort())
        expect(after.inputs).toEqual(before.inputs)
        expect(after.problems).toBeLessThanOrEqual(before.problems)
        const { [added]: row, ...others } = jacobian(primal(after.graph), 'forward')
        expect(Object.keys(row)).toHaveLength(before.inputs.length)
        expect(others).toEqual({ ...jacobian(primal(before.graph), 'forward') })
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })
})
