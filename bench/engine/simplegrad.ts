import { ValueStorage, Variable } from 'simplegrad'
import type { Graph } from '../../src/core.ts'
import { CONSTANT } from '../../src/graph/graph.ts'
import { operationOf } from '../../src/graph/operations.ts'
import { DOUBLE, type Engine, isOfNumbers, lastOutput } from './engine.ts'

/** Makes code of a graph when it starts, which a strict page may not. */
export const simplegrad: Engine = {
  name: 'simplegrad (generates code)',
  tolerance: DOUBLE,
  prepare: (_, graph) => {
    if (!isOfNumbers(graph)) return null
    const storage = new ValueStorage()
    const variables: Variable[] = []
    for (let node = 0; node < graph.size; node++) {
      const made = variableOf(graph, node, variables, storage)
      if (!made) return null
      variables.push(made)
    }
    const output = variables[lastOutput(graph).node]
    output.compile()
    for (const [node, variable] of variables.entries()) if (graph.op[node] < 0) variable.setValue(graph.initial[node])
    return () => {
      output.forward()
      output.setGradient(1)
      output.backward()
      return variables[graph.inputs[0].node].getGradient()
    }
  },
}

function variableOf(
  graph: Graph,
  node: number,
  variables: readonly Variable[],
  storage: ValueStorage,
): Variable | null {
  if (graph.op[node] < 0) return new Variable(storage)
  const operands = [...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])]
  const [x, y] = operands.map((operand) => variables[operand])
  const name = operationOf(graph, node)?.name
  if (name === 'pow') return graph.op[operands[1]] === CONSTANT ? x.pow(graph.initial[operands[1]]) : null
  if (name === 'add' || name === 'sub' || name === 'mul' || name === 'div') return x[name](y)
  return name === 'sin' || name === 'tanh' || name === 'log' ? x[name]() : null
}
