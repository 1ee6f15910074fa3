import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../graph/graph.ts'
import { spokenNumber } from './numbers.ts'
import { listed } from './spoken.ts'
import { inputOf, nodeSpoken, outputsOf, primitiveOf } from './symbols.ts'

/** What is known of a node; what is left out is not known yet. An absence is said in its own words. */
export interface NodeFacts {
  readonly value?: number
  readonly tangent?: number
  readonly adjoint?: number
  /** Instead of a derivative: "does not depend on x2". */
  readonly absence?: string
}

/** More operands than this are counted, not named. */
const MOST_OPERANDS = 8

/** A node in words: "v3, multiply, value 6, adjoint 1, operands x1 and x2". */
export function nodeLabel(graph: Graph, node: NodeIndex, { value, tangent, adjoint, absence }: NodeFacts): string {
  const outputs = outputsOf(graph, node)
  return [
    ...whatItIs(graph, node),
    ...numbered('value', graph.op[node] === CONSTANT ? undefined : value),
    ...numbered('tangent', tangent),
    ...numbered('adjoint', adjoint),
    ...(absence ? [absence] : []),
    ...operandsSaid(graph, node),
    ...(outputs.length > 0 ? [`output ${listed(outputs)}`] : []),
  ].join(', ')
}

const numbered = (word: string, x: number | undefined) => (x === undefined ? [] : [`${word} ${spokenNumber(x)}`])

function whatItIs(graph: Graph, node: NodeIndex): string[] {
  const name = nodeSpoken(graph, node)
  if (graph.op[node] === CONSTANT) return [`constant ${name}`]
  if (graph.op[node] !== INPUT) return [name, primitiveOf(graph, node)?.title ?? '']
  const role = inputOf(graph, node)?.role
  return role ? [name, 'input', role === 'param' ? 'parameter' : 'data'] : [name, 'input']
}

function operandsSaid(graph: Graph, node: NodeIndex): string[] {
  const [first, end] = [graph.firstEdge[node], graph.firstEdge[node + 1]]
  if (end === first) return []
  const names = Array.from(graph.operand.subarray(first, Math.min(end, first + MOST_OPERANDS)), (operand) =>
    nodeSpoken(graph, operand),
  )
  const others = end - first - MOST_OPERANDS
  return [`operand${end - first > 1 ? 's' : ''} ${listed(others > 0 ? [...names, `${others} more`] : names)}`]
}
