import { ValueStorage, Variable } from 'simplegrad'
import { adjoint, type Graph, primal } from '../../src/core.ts'
import { CONSTANT } from '../../src/graph/graph.ts'
import { operationOf } from '../../src/graph/operations.ts'

/** Computes the value and the gradient of the last output, and gives the derivative by the first input. */
export type ValueAndGradient = () => number

/** An engine, prepared for a graph; null where it has no words for what is in it. */
export interface Engine {
  readonly name: string
  readonly prepare: (graph: Graph) => ValueAndGradient | null
}

export const ours: Engine = {
  name: 'Gradual',
  prepare: (graph) => {
    const output = graph.outputs[graph.outputs.length - 1].name
    const input = graph.inputs[0].name
    return () => [adjoint(primal(graph), { [output]: 1 }).inputs[input]].flat(9)[0] as number
  },
}

/** Makes code of a graph when it starts, which a strict page may not. */
const simplegrad: Engine = {
  name: 'simplegrad (generates code)',
  prepare: (graph) => {
    if (graph.offset[graph.size] > graph.size) return null
    const storage = new ValueStorage()
    const variables: Variable[] = []
    for (let node = 0; node < graph.size; node++) {
      const made = variableOf(graph, node, variables, storage)
      if (!made) return null
      variables.push(made)
    }
    const output = variables[graph.outputs[graph.outputs.length - 1].node]
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
  return name === 'sin' || name === 'tanh' ? x[name]() : null
}

/** Straight-line code written for the case: the limit. */
const byHand: Engine = {
  name: 'written by hand',
  prepare: (graph) => {
    const values = Float64Array.from(graph.inputs, ({ value }) => value as number)
    const gradient = new Float64Array(values.length)
    const { length } = values
    const name = graph.names.get(graph.inputs[0].node)?.[0]
    if (name === 'x1') return () => lecture(values, gradient)
    if (length === 100) return () => rosenbrock(values, gradient)
    return length === 1000 ? () => speelpenning(values, gradient) : null
  },
}

function lecture([x1, x2]: Float64Array, gradient: Float64Array): number {
  gradient[0] = Math.cos(x1) + x2
  gradient[1] = x1
  return gradient[0] + 0 * (Math.sin(x1) + x1 * x2)
}

function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  gradient.fill(0)
  let value = 0
  for (let i = 0; i < x.length - 1; i++) {
    const a = x[i + 1] - x[i] * x[i]
    const b = 1 - x[i]
    value += 100 * a * a + b * b
    gradient[i] -= 400 * a * x[i] + 2 * b
    gradient[i + 1] += 200 * a
  }
  return gradient[0] + 0 * value
}

const before = new Float64Array(1001)

function speelpenning(x: Float64Array, gradient: Float64Array): number {
  before[0] = 1
  for (let i = 0; i < x.length; i++) before[i + 1] = before[i] * x[i]
  let after = 1
  for (let i = x.length - 1; i >= 0; i--) {
    gradient[i] = before[i] * after
    after *= x[i]
  }
  return gradient[0]
}

export const peers: readonly Engine[] = [byHand, simplegrad]
