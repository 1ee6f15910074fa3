import ad, { type Node, type Operand } from 'adnn/ad/index.js'
import { INPUT } from '../../src/graph/graph.ts'
import { operationOf } from '../../src/graph/operations.ts'
import { DOUBLE, type Engine, isOfNumbers, lastOutput } from './engine.ts'

/** Objects that are linked anew at every point. */
export const adnn: Engine = {
  name: 'adnn',
  tolerance: DOUBLE,
  prepare: (_, graph) => {
    if (!isOfNumbers(graph)) return null
    const { size, op, firstEdge, operand, initial } = graph
    const names = Array.from({ length: size }, (_unused, node) => operationOf(graph, node)?.name ?? '')
    if (names.some((name) => name && !ad.scalar[name])) return null
    return () => {
      const made: Operand[] = []
      for (let node = 0; node < size; node++) {
        const edge = firstEdge[node]
        if (op[node] < 0) made[node] = op[node] === INPUT ? ad.lift(initial[node]) : initial[node]
        else if (firstEdge[node + 1] - edge === 1) made[node] = ad.scalar[names[node]](made[operand[edge]])
        else made[node] = ad.scalar[names[node]](made[operand[edge]], made[operand[edge + 1]])
      }
      ;(made[lastOutput(graph).node] as Node).backprop()
      return ad.derivative(made[graph.inputs[0].node] as Node)
    }
  },
}
