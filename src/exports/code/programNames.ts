import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import type { Identifiers } from './identifiers.ts'

/** By node, what it is called in code: by the program's name for it, else v1, v2 … as on the tape. */
export function programNames(graph: Graph, identifiers: Identifiers): readonly string[] {
  const names = new Map<NodeIndex, string>()
  for (const { node, name } of graph.inputs) names.set(node, identifiers.take(name))
  for (const [node, [name]] of graph.names)
    if (!names.has(node) && isNamed(name)) names.set(node, identifiers.take(name))
  for (let node = 0; node < graph.size; node++)
    if (!names.has(node))
      names.set(node, identifiers.take(graph.op[node] === CONSTANT ? 'c' : `v${graph.number[node]}`))
  return Array.from({ length: graph.size }, (_, node) => names.get(node) as string)
}

const isNamed = (name: string | undefined): name is string => name !== undefined && name !== ''

/** Nodes on which an output depends. */
export function reachingOutputs(graph: Graph): Uint8Array {
  const reaching = new Uint8Array(graph.size)
  for (const { node } of graph.outputs) reaching[node] = 1
  for (let node = graph.size - 1; node >= 0; node--)
    if (reaching[node] && graph.op[node] !== INPUT)
      for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) reaching[graph.operand[edge]] = 1
  return reaching
}
