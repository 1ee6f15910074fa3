import { CompiledProgram } from '../../src/autodiff/compiled/program.ts'
import { adjoint, type Graph, primal, seedAt, tangent, unitSeed } from '../../src/core.ts'
import { lastOutput } from './engine.ts'
import { fastest } from './timing.ts'

export const rounded = (x: number): number => Number(x.toPrecision(2))

/** What a tangent and an adjoint pass cost, with the primal pass before them, in primal passes. */
export function passes(program: string, graph: Graph) {
  const forward = unitSeed(graph, seedAt(graph, 'forward', 0))
  const reverse = unitSeed(graph, seedAt(graph, 'reverse', 0))
  // Where no input acts there are no partials: this graph's primal pass computes the values alone.
  const still = { ...graph, varied: new Uint8Array(graph.size) }
  const output = lastOutput(graph).node
  const [bare, whole] = [still, graph].map((each) => new CompiledProgram(each, output).slot())
  for (const slot of [bare, whole]) slot.values.set(graph.initial)
  const [compiled, compiledBoth, values, alone, withTangent, withAdjoint] = fastest(
    [
      bare.evaluate,
      () => {
        whole.evaluate()
        whole.pull()
      },
      () => primal(still),
      () => primal(graph),
      () => tangent(primal(graph), forward),
      () => adjoint(primal(graph), reverse),
    ],
    graph.size,
  )
  return {
    program,
    'compiled: adjoint / values': rounded(compiledBoth / compiled),
    'tangent / values': rounded(withTangent / values),
    'adjoint / values': rounded(withAdjoint / values),
    'primal / values': rounded(alone / values),
  }
}
