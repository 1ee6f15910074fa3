import type { Graph, NodeIndex, Shape } from '../graph/graph.ts'
import { entryName } from '../graph/nodes.ts'
import { sizeOf } from '../primitives/shape.ts'
import { nested, type Value } from '../primitives/value.ts'

/** An input that training moves, and its place in the flat array of all parameters. */
export interface Parameter {
  readonly name: string
  readonly node: NodeIndex
  readonly shape: Shape
  readonly from: number
  readonly to: number
}

export function parametersOf(graph: Graph): Parameter[] {
  let from = 0
  return graph.inputs.flatMap(({ name, node, role }) => {
    if (role !== 'param') return []
    const shape = graph.shapes[graph.shape[node]]
    const parameter = { name, node, shape, from, to: from + sizeOf(shape) }
    from = parameter.to
    return [parameter]
  })
}

/** How many numbers the parameters are. */
export const parameterCount = (parameters: readonly Parameter[]): number => parameters.at(-1)?.to ?? 0

/** Copies the parameters’ entries out of an array over the graph’s entries, one parameter after another. */
export function gather(graph: Graph, parameters: readonly Parameter[], entries: Float64Array): Float64Array {
  const flat = new Float64Array(parameterCount(parameters))
  for (const { node, from, to } of parameters)
    flat.set(entries.subarray(graph.offset[node], graph.offset[node] + to - from), from)
  return flat
}

/** Their values by name, as the program would write them. */
export function valuesByName(parameters: readonly Parameter[], flat: Float64Array): Record<string, Value> {
  const values: Record<string, Value> = Object.create(null)
  for (const { name, shape, from } of parameters) values[name] = nested(shape, flat, from)
  return values
}

/** ‖·‖ of each parameter’s part of a flat array: the root of the sum of squares. */
export const normsOf = (parameters: readonly Parameter[], flat: Float64Array): Float64Array =>
  Float64Array.from(parameters, ({ from, to }) => {
    let squares = 0
    for (let i = from; i < to; i++) squares += flat[i] * flat[i]
    return Math.sqrt(squares)
  })

/** Every number of the parameters as the program writes it: `w`, `W[0,1]`. */
export const entryNames = (parameters: readonly Parameter[]): string[] =>
  parameters.flatMap(({ name, shape, from, to }) =>
    Array.from({ length: to - from }, (_, i) => entryName(name, shape, i)),
  )
