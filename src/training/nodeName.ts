import { CLOSED, CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'
import { operations } from '../primitives/index.ts'

/** Its name in the program, or its number on the tape and its operation: “v7 (exp)”. */
export function nodeName({ names, number, op, closed }: Graph, node: NodeIndex): string {
  const name = names.get(node)?.[0]
  if (name) return name
  if (op[node] === CONSTANT) return 'a constant'
  return `v${number[node]} (${op[node] >= CLOSED ? closed[op[node] - CLOSED].name : operations[op[node]]?.name})`
}
