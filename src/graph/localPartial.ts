import { type Blockwise, isArrayPrimitive, type Operation } from '../primitives/arrayPrimitive.ts'
import { type ParsedFormula, partialFormula, readFormula } from '../primitives/formula.ts'
import { viewsOf } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { CLOSED, CONSTANT, type EdgeIndex, type Graph, type NodeIndex, PLAIN } from './graph.ts'
import { memo } from './memo.ts'
import { shapeAt } from './nodes.ts'
import { nodeMeant } from './operandNames.ts'
import { operationOf } from './operations.ts'

/** What the local partials of an edge are. */
type LocalPartial =
  /** One formula, of operands and value: for numbers, for each entry, or for each entry that is reduced. */
  | { readonly kind: 'formula'; readonly formula: ParsedFormula }
  /** The values of the other operand: of a product. */
  | { readonly kind: 'factor'; readonly slot: number }
  | { readonly kind: 'copy' }
  /** Of a vector function: from its operands and its value. */
  | { readonly kind: 'block' }
  /** Of a closed module. */
  | { readonly kind: 'inside' }

const COPY: LocalPartial = { kind: 'copy' }
const BLOCK: LocalPartial = { kind: 'block' }
const INSIDE: LocalPartial = { kind: 'inside' }

/** By graph, by edge, as far as they were asked for. */
const keptOf = memo((_: Graph): LocalPartial[] => [])

export function localPartial(graph: Graph, edge: EdgeIndex): LocalPartial {
  const known = keptOf(graph)
  known[edge] ??= partialOf(graph, edge)
  return known[edge]
}

function partialOf(graph: Graph, edge: EdgeIndex): LocalPartial {
  const { consumer, firstEdge, op } = graph
  const node = consumer[edge]
  const slot = edge - firstEdge[node]
  if (op[node] >= CLOSED) return INSIDE
  const operation = operationOf(graph, node) as Operation
  if (isArrayPrimitive(operation)) {
    const { kind, group } = graph.plans[graph.plan[node]]
    if (kind === 'contraction') return { kind: 'factor', slot: 1 - slot }
    if (kind !== 'blockwise') return COPY
    const { constant } = operation as Blockwise
    return constant ? { kind: 'formula', formula: readFormula(constant(group)) } : BLOCK
  }
  const group = groupAt(graph, node)
  if (group > 0) return { kind: 'formula', formula: reducedFormula(operation, group) }
  return { kind: 'formula', formula: partialFormula(operation, slot, firstEdge[node + 1] - firstEdge[node]) }
}

/** How many entries a reduction takes together; 0 for what reduces nothing. */
export function groupAt({ plan, plans }: Graph, node: NodeIndex): number {
  return plan[node] !== PLAIN && plans[plan[node]]?.kind === 'reduction' ? plans[plan[node]].group : 0
}

/** Of an entry x and the value v; a product's partial is the product of other entries. */
function reducedFormula(primitive: Primitive, group: number): ParsedFormula {
  const { formulaByEntry } = primitive as { formulaByEntry?: (v: string, group: number, along: string) => string }
  if (formulaByEntry) return readFormula(formulaByEntry('v', group, ''))
  return readFormula(partialFormula(primitive, 0, Math.min(group, 2)).text.replaceAll(/x\d+/g, 'x'))
}

/** The nodes whose values the partials of an edge are computed from: operands, and the consumer itself for v. Constants are no nodes to read. */
export function partialReads(graph: Graph, edge: EdgeIndex): NodeIndex[] {
  const { op } = graph
  return readsOf(graph, edge).filter((node) => op[node] !== CONSTANT)
}

/** What a vector function's edge reads, by the formula that says how it pulls. */
function blockReads(graph: Graph, edge: EdgeIndex): NodeIndex[] {
  const node = graph.consumer[edge]
  const operands = graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])
  const shapes = [...operands].map((operand) => shapeAt(graph, operand))
  const attributes = graph.attributes[graph.attribute[node]]
  const { pull } = viewsOf(operationOf(graph, node) as Operation, edge - graph.firstEdge[node], shapes, attributes)
  if ('words' in pull) return [...operands, node]
  return [...new Set(readFormula(pull.formula).reads.flatMap((name) => nodeMeant(graph, node, name) ?? []))]
}

function readsOf(graph: Graph, edge: EdgeIndex): NodeIndex[] {
  const { consumer, firstEdge, operand } = graph
  const node = consumer[edge]
  const partial = localPartial(graph, edge)
  if (partial.kind === 'factor') return [operand[firstEdge[node] + partial.slot]]
  if (partial.kind === 'block') return blockReads(graph, edge)
  if (partial.kind !== 'formula') return []
  return [...new Set(partial.formula.reads.flatMap((name) => nodeMeant(graph, node, name) ?? []))]
}
