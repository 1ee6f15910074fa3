import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CompileOptions, compile, jacobian, primal } from '../src/core.ts'
import { entriesOf } from '../src/notation/numbers.ts'
import { graphOf } from './fixtures/compiled.ts'

/** The shares of the entries, and their derivatives: closed, opened in place, and in numbers. */
function found(source: string, options: CompileOptions) {
  const graph = graphOf(source, options)
  const point = primal(graph)
  const rows = Object.values(jacobian(point, 'reverse'))
  return {
    shares: Object.values(point.outputs).flatMap(entriesOf),
    derivatives: rows.flatMap((row) => Object.values(row).flatMap(entriesOf)),
  }
}

test('softmax opened agrees with softmax, values and derivatives, for any size of logits', () => {
  const logit = fc.oneof(fc.double({ min: -30, max: 30, noNaN: true }), fc.constantFrom(1000, -1000, 700, 0))
  fc.assert(
    fc.property(fc.array(logit, { minLength: 1, maxLength: 4 }), (logits) => {
      const source = `z = [${logits.join(', ')}]\np = softmax(z)`
      const closed = found(source, { open: new Set() })
      const { graph } = compile(source, { open: new Set() })
      const place = graph?.place[graph.outputs[0].node] as number
      for (const options of [{ open: new Set([place]) }, { unrolled: true }]) {
        const opened = found(source, options)
        for (const part of ['shares', 'derivatives'] as const)
          for (const [i, number] of closed[part].entries()) expect(opened[part][i]).toBeCloseTo(number, 12)
      }
    }),
    { numRuns: 60 },
  )
})
