import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Diagnostic } from '../language/diagnostic.ts'
import type { Span } from '../language/syntax.ts'
import { primitives } from '../primitives/index.ts'
import type { Primal } from './pass.ts'

/** More would help nobody. */
const MOST = 100

/**
 * Warnings for the operations that turn finite operands into NaN or an infinity, if an output comes from them at this
 * point: what a `where` does not choose counts for nothing.
 */
export function valueWarnings(primal: Primal): Diagnostic[] {
  const nodes = origins(primal).slice(0, MOST)
  if (nodes.length === 0) return []
  const spans = widestSpans(primal.graph, new Set(nodes))
  return nodes.flatMap((node) => {
    const span = spans.get(node)
    return span ? [{ severity: 'warning' as const, message: explain(node, primal), ...span }] : []
  })
}

/** The nodes where a value first leaves the finite numbers, in tape order. */
function origins({ graph, values, live }: Primal): NodeIndex[] {
  const { size, op, firstEdge, operand, varied, outputs } = graph
  const matters = new Uint8Array(size)
  for (const { node } of outputs) matters[node] = 1
  const found: NodeIndex[] = []
  for (let node = size - 1; node >= 0; node--) {
    if (!matters[node]) continue
    let isOrigin = op[node] >= 0 && !Number.isFinite(values[node])
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (!live[edge] && varied[operand[edge]]) continue
      matters[operand[edge]] = 1
      if (!Number.isFinite(values[operand[edge]])) isOrigin = false
    }
    if (isOrigin) found.push(node)
  }
  return found.reverse()
}

function explain(node: NodeIndex, { graph, values }: Primal): string {
  const primitive = primitives[graph.op[node]]
  const operands = [...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])].map((n) =>
    say(values[n]),
  )
  const value = values[node]
  if (primitive.name === 'div' && operands[1] === '0') return `Division by zero gives ${say(value)}.`
  const what =
    primitive.arity === 2 && primitive.operator
      ? `${operands[0]} ${primitive.operator} ${operands[1]}`
      : `${primitive.name} of ${operands.join(', ')}`
  if (Number.isNaN(value)) return `${what} is not a real number: the value is NaN.`
  const isPole = operands.some((operand) => operand === '0') || primitive.domain
  return isPole ? `${what} is ${say(value)}.` : `${what} is too large for a number: the value is ${say(value)}.`
}

/** A number in a sentence: six digits, with a true minus. */
const say = (value: number): string => String(Number(value.toPrecision(6))).replaceAll('-', '−')

function widestSpans({ occurrences }: Graph, nodes: ReadonlySet<NodeIndex>): Map<NodeIndex, Span> {
  const spans = new Map<NodeIndex, Span>()
  occurrences.node.forEach((node, i) => {
    if (!nodes.has(node)) return
    const span = { from: occurrences.from[i], to: occurrences.to[i] }
    const other = spans.get(node)
    if (!other || span.to - span.from > other.to - other.from) spans.set(node, span)
  })
  return spans
}
