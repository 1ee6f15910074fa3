import type { Graph, NodeIndex } from '../graph/graph.ts'
import { valueAt } from '../graph/nodes.ts'
import type { Value } from '../primitives/value.ts'
import type { Numbers } from './pass.ts'

type Named = readonly { readonly name: string; readonly node: NodeIndex }[]

/** A record by name that has no prototype. */
export function record<Item>(entries: Iterable<readonly [string, Item]>): Record<string, Item> {
  const made: Record<string, Item> = Object.create(null)
  for (const [name, item] of entries) made[name] = item
  return made
}

/** Numbers for named nodes, entry by entry. An unknown name, or a value of another shape than the node's, is an error of the caller. */
export function eachNamed(
  numbers: Readonly<Numbers>,
  named: Named,
  kind: string,
  graph: Graph,
  take: (entry: number, number: number, node: NodeIndex) => void,
): void {
  let left = Object.keys(numbers).length
  for (const { name, node } of named) {
    if (left === 0) return
    if (!Object.hasOwn(numbers, name)) continue
    left--
    const value = numbers[name]
    if (typeof value === 'number' && graph.shape[node] === 0) take(graph.offset[node], value, node)
    else eachEntry(value, name, graph, node, take)
  }
  if (left === 0) return
  const known = new Set(named.map(({ name }) => name))
  const unknown = Object.keys(numbers).filter((name) => !known.has(name))
  throw new Error(`The graph has no ${kind} named ${unknown.join(', ')}. It has: ${[...known].join(', ') || 'none'}.`)
}

function eachEntry(
  value: Value,
  name: string,
  { offset, shape, shapes }: Graph,
  node: NodeIndex,
  take: (entry: number, number: number, node: NodeIndex) => void,
): void {
  let entry = offset[node]
  const lengths = shapes[shape[node]]
  const read = (part: Value, axis: number): void => {
    const isEntry = typeof part === 'number'
    if (isEntry !== (axis === lengths.length) || (!isEntry && part.length !== lengths[axis]))
      throw new Error(`${name} has the shape [${lengths.join(', ')}]; the value given for it has another.`)
    if (isEntry) take(entry++, part, node)
    else for (const item of part) read(item, axis + 1)
  }
  read(value, 0)
}

/** The values of named nodes, by name. */
export function byName(numbers: Float64Array, named: Named, graph: Graph): Numbers {
  const made: Numbers = Object.create(null)
  const { shape, offset } = graph
  for (const { name, node } of named)
    made[name] = shape[node] === 0 ? numbers[offset[node]] : valueAt(graph, node, numbers)
  return made
}
