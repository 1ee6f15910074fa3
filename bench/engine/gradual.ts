import { CompiledProgram } from '../../src/autodiff/compiled/program.ts'
import { Gradient } from '../../src/autodiff/gradient.ts'
import { adjoint, type Graph, primal } from '../../src/core.ts'
import { DOUBLE, type Engine, lastOutput } from './engine.ts'

/** As training does: the same arrays again and again, compiled or on the plain tape. */
const again = (name: string, compiled: boolean): Engine => ({
  name,
  tolerance: DOUBLE,
  prepare: (_, graph) => {
    // Each engine has a graph of its own, since what has become of a graph counts for all its gradients.
    const own = { ...graph }
    const gradient = new Gradient(own, lastOutput(own).node, compiled ? 0 : Number.POSITIVE_INFINITY)
    const entry = graph.offset[graph.inputs[0].node]
    return () => {
      gradient.evaluate()
      gradient.pull()
      return gradient.adjoints[entry]
    }
  },
})

export const gradual = again('Gradual', true)
export const onTape = again('Gradual, on the tape', false)

/** Milliseconds that compiling its passes takes, with all of the first evaluation. */
export function compilingTime(graph: Graph): number {
  const start = performance.now()
  const slot = new CompiledProgram(graph, lastOutput(graph).node).slot()
  slot.values.set(graph.initial)
  slot.evaluate()
  slot.pull()
  return performance.now() - start
}

/** As the page does: passes of their own for each point, with records by name. */
export const fresh: Engine = {
  name: 'Gradual, fresh passes by name',
  tolerance: DOUBLE,
  prepare: (_, graph) => {
    const seed = { [lastOutput(graph).name]: 1 }
    const input = graph.inputs[0].name
    return () => {
      let derivative = adjoint(primal(graph), seed).inputs[input]
      while (typeof derivative !== 'number') derivative = derivative[0]
      return derivative
    }
  },
}
