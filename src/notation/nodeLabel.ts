import { CONSTANT, type Graph, INPUT, type NodeIndex, type Value } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { listed, listedUpTo, noun } from '../language/words.ts'
import { whereTold } from './asked.ts'
import { shapeName } from './shapes.ts'
import { entriesSaid } from './spokenNumbers.ts'
import { definitionsOf, inputOf, nodeName, nodeSpoken, outputsOf, titleOf } from './symbols.ts'

/** What is known of a node; what is left out is not known yet. An absence is said in its own words. */
export interface NodeFacts {
  readonly value?: Value
  readonly tangent?: Value
  readonly adjoint?: Value
  /** What the adjoint changes by along a direction. */
  readonly second?: Value
  /** Which of them are hidden. */
  readonly hidden?: ReadonlySet<string>
  /** Instead of a derivative: "does not depend on x2". */
  readonly absence?: string
}

/** More operands than this are counted, not named. */
const MOST_OPERANDS = 8

/**
 * A node in words: "v3, multiply, value 6, adjoint 1, operands x1 and x2". Of arrays it says the shape, and the numbers of
 * small ones, else the least and the greatest: "v1, dense, 16×2 matrix, value from 0 to 3, operands x, W and b".
 */
export function nodeLabel(
  graph: Graph,
  node: NodeIndex,
  { value, tangent, adjoint, second, absence, hidden }: NodeFacts,
): string {
  const numbered = (word: string, kind: string, x: Value | undefined) =>
    x === undefined ? [] : [`${word} ${whereTold(hidden?.has(kind) !== true, () => entriesSaid(x))}`]
  const outputs = outputsOf(graph, node)
  const others = definitionsOf(graph, node).filter((name) => !outputs.includes(name))
  return [
    ...whatItIs(graph, node),
    ...shapeSaid(graph, node),
    ...numbered('value', 'value', graph.op[node] === CONSTANT ? undefined : value),
    ...numbered('tangent', 'tangent', tangent),
    ...numbered('adjoint', 'adjoint', adjoint),
    ...numbered('adjoint tangent', 'second', second),
    ...(absence ? [absence] : []),
    ...operandsSaid(graph, node),
    ...(others.length > 0 ? [`called ${listed(others)}`] : []),
    ...(outputs.length > 0 ? [`output ${listed(outputs)}`] : []),
  ].join(', ')
}

function shapeSaid(graph: Graph, node: NodeIndex): string[] {
  const shape = shapeAt(graph, node)
  return shape.length === 0 || graph.op[node] === CONSTANT ? [] : [shapeName(shape)]
}

function whatItIs(graph: Graph, node: NodeIndex): string[] {
  const name = saidByTape(graph, node)
  if (graph.op[node] === CONSTANT) return [`constant ${name}`]
  if (graph.op[node] !== INPUT) return [name, titleOf(graph, node) ?? '']
  const role = inputOf(graph, node)?.role
  return role ? [name, 'input', role === 'param' ? 'parameter' : 'data'] : [name, 'input']
}

const saidByTape = (graph: Graph, node: NodeIndex): string => nodeName(graph, node) ?? nodeSpoken(graph, node)

function operandsSaid(graph: Graph, node: NodeIndex): string[] {
  const operands = [...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])]
  if (operands.length === 0) return []
  const names = listedUpTo(MOST_OPERANDS, operands, (operand) => saidByTape(graph, operand))
  return [`${noun(operands.length, 'operand')} ${names}`]
}
