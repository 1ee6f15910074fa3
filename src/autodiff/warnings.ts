import { type Graph, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { entryCount, entryName, shapeAt } from '../graph/nodes.ts'
import { closedAt, operationOf } from '../graph/operations.ts'
import type { Diagnostic } from '../language/diagnostic.ts'
import type { Span } from '../language/syntax.ts'
import { sixDigits } from '../notation/numbers.ts'
import type { Primal } from './pass.ts'
import { isLive } from './sweep.ts'

/** Warnings that are kept; nobody reads more. */
const MOST_WARNINGS = 100

/**
 * Warnings for the operations that turn finite operands into NaN or an infinity, if an output comes from them at this
 * point: what a `where` does not choose counts for nothing.
 */
export function valueWarnings(primal: Primal): Diagnostic[] {
  const nodes = origins(primal).slice(0, MOST_WARNINGS)
  if (nodes.length === 0) return []
  const spans = widestSpans(primal.graph, new Set(nodes))
  return nodes.flatMap((node) => {
    const span = spans.get(node)
    return span ? [{ severity: 'warning' as const, message: explain(node, primal), ...span }] : []
  })
}

/** The nodes where a value first leaves the finite numbers, in tape order. */
function origins(primal: Primal): NodeIndex[] {
  const { graph } = primal
  const { size, op, firstEdge, operand, varied, outputs } = graph
  const matters = new Uint8Array(size)
  for (const { node } of outputs) matters[node] = 1
  const found: NodeIndex[] = []
  for (let node = size - 1; node >= 0; node--) {
    if (!matters[node]) continue
    let isOrigin = op[node] >= 0 && !isAllFinite(primal, node)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (varied[operand[edge]] && !isLive(primal, edge)) continue
      matters[operand[edge]] = 1
      if (isOrigin && !isAllFinite(primal, operand[edge])) isOrigin = false
    }
    if (isOrigin) found.push(node)
  }
  return found.reverse()
}

function isAllFinite({ graph: { offset }, values }: Primal, node: NodeIndex): boolean {
  for (let entry = offset[node]; entry < offset[node + 1]; entry++) if (!Number.isFinite(values[entry])) return false
  return true
}

function explain(node: NodeIndex, { graph, values }: Primal): string {
  const { firstEdge, offset, plan } = graph
  const operation = operationOf(graph, node)
  if (!operation) return `Inside ${closedAt(graph, node).name} a value leaves the finite numbers. Open it to see where.`
  if (plan[node] !== PLAIN) return explainArray(node, operation.name, graph, values)
  const operands = [...graph.operand.subarray(firstEdge[node], firstEdge[node + 1])].map((n) =>
    sixDigits(values[offset[n]]),
  )
  const value = values[offset[node]]
  if (operation.name === 'div' && operands[1] === '0') return `Division by zero gives ${sixDigits(value)}.`
  const what =
    operation.arity === 2 && operation.operator
      ? `${operands[0]} ${operation.operator} ${operands[1]}`
      : `${operation.name} of ${operands.join(', ')}`
  if (Number.isNaN(value)) return `${what} is not a real number: the value is NaN.`
  const isPole = operands.some((operand) => operand === '0') || ('domain' in operation && operation.domain)
  return isPole
    ? `${what} is ${sixDigits(value)}.`
    : `${what} is too large for a number: the value is ${sixDigits(value)}.`
}

function whyOfMatrix(name: string, value: number): string | null {
  if (name === 'logdet' && Number.isNaN(value)) return 'the determinant is negative'
  const isSingular = name === 'inv' || name === 'solve' ? Number.isNaN(value) : value === Number.NEGATIVE_INFINITY
  return isSingular && ['inv', 'solve', 'logdet', 'logabsdet'].includes(name) ? 'the matrix is singular' : null
}

/** Of an array, the first entry that is not finite. */
function explainArray(node: NodeIndex, name: string, graph: Graph, values: Float64Array): string {
  const entries = values.subarray(graph.offset[node], graph.offset[node + 1])
  const at = entries.findIndex((value) => !Number.isFinite(value))
  const why = whyOfMatrix(name, entries[at])
  if (why) return `${name} gives ${sixDigits(entries[at])}, since ${why}.`
  return `${name} gives ${sixDigits(entries[at])}${entryCount(graph, node) > 1 ? ` in ${entryName('entry ', shapeAt(graph, node), at)}` : ''}.`
}

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
