import { Gradient } from '../../src/autodiff/gradient.ts'
import { adjoint, compile, type Graph, primal, seedAt, tangent, unitSeed } from '../../src/core.ts'
import { unroll } from '../../src/graph/unroll/unroll.ts'
import { lastOutput } from './engine.ts'
import { fastest } from './timing.ts'

const rounded = (x: number): number => Number(x.toPrecision(2))

/** What a tangent and an adjoint pass cost, with the primal pass before them, in primal passes. */
export function passes(program: string, graph: Graph) {
  const forward = unitSeed(graph, seedAt(graph, 'forward', 0))
  const reverse = unitSeed(graph, seedAt(graph, 'reverse', 0))
  // Where no input acts there are no partials: this graph's primal pass computes the values alone.
  const still = { ...graph, varied: new Uint8Array(graph.size) }
  const [values, alone, withTangent, withAdjoint] = fastest(
    [
      () => primal(still),
      () => primal(graph),
      () => tangent(primal(graph), forward),
      () => adjoint(primal(graph), reverse),
    ],
    graph.size,
  )
  return {
    program,
    'tangent / values': rounded(withTangent / values),
    'adjoint / values': rounded(withAdjoint / values),
    'tangent / primal': rounded(withTangent / alone),
    'adjoint / primal': rounded(withAdjoint / alone),
  }
}

/** Graphs of numbers, of up to nearly a million operations. */
export const linearity = () =>
  [900, 9000, 90_000].map((n) => {
    const { graph } = compile(`z = randn([${n}], 1)\nf = sum(sin(z)*z + tanh(z*z)/(2 + z) - 0.5*z)`)
    const written = unroll(graph as Graph, () => true)
    const gradient = new Gradient(written, lastOutput(written).node)
    const operations = written.op.reduce((count, each) => count + (each >= 0 ? 1 : 0), 0)
    const run = () => {
      gradient.evaluate()
      gradient.pull()
    }
    return { operations, 'ns an operation': rounded(fastest([run], operations)[0]) }
  })
