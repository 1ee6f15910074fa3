import { CONSTANT, type EdgeIndex, type Graph, INPUT, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { groupAt, localPartial } from '../graph/localPartial.ts'
import { closedAt, isClosed, operationOf } from '../graph/operations.ts'
import { type Blockwise, isArrayPrimitive, type Operation } from '../primitives/arrayPrimitive.ts'
import { places } from '../primitives/places.ts'
import type { Cost, Primitive } from '../primitives/primitive.ts'
import { sizeOf } from '../primitives/shape.ts'
import type { Plan, VectorBlocks } from '../primitives/wiring.ts'
import { type Counts, NO_COUNTS, OperationTally } from './counts.ts'

/** What the value of a node costs. */
export function valueCost(graph: Graph, node: NodeIndex): Counts {
  const { op, plan, plans, firstEdge } = graph
  if (op[node] === INPUT || op[node] === CONSTANT) return NO_COUNTS
  if (isClosed(graph, node)) return valuesCost(closedAt(graph, node).graph)
  const operation = operationOf(graph, node) as Operation
  if (plan[node] !== PLAIN) return arrayCost(operation, plans[plan[node]], firstEdge[node + 1] - firstEdge[node])
  return new OperationTally().add(costOf(operation as Primitive, firstEdge[node + 1] - firstEdge[node])).operations
}

/** What all values of a graph cost. */
export function valuesCost(graph: Graph): Counts {
  const tally = new OperationTally()
  for (let node = 0; node < graph.size; node++) tally.add(valueCost(graph, node))
  return tally.operations
}

function costOf({ cost }: Primitive, count: number): Cost {
  return typeof cost === 'function' ? cost(count).value : cost.value
}

function arrayCost(operation: Operation, plan: Plan, count: number): Counts {
  const { kind, shape, group, wirings, blocks, adds } = plan
  const tally = new OperationTally()
  const entries = sizeOf(shape)
  if (kind === 'contraction') {
    const multiplications = sizeOf(wirings[0].extents)
    tally.add({ multiplications, additions: multiplications - entries })
  } else if (kind === 'blockwise') tally.add((operation as Blockwise).cost(group).value, blocks?.value.starts.length)
  else if (adds) tally.add({ additions: additionsOf(plan) })
  else if (!isArrayPrimitive(operation)) tally.add(costOf(operation, kind === 'reduction' ? group : count), entries)
  return tally.operations
}

/** Of copies that add up: one less than come to each place. */
function additionsOf(plan: Plan): number {
  const rows = plan.wirings.flatMap((wiring) => [...places({ ...plan, wirings: [wiring] })].map(([row]) => row))
  return rows.length - new Set(rows).size
}

/**
 * What so many terms take of the partials of a block, in whole operations: of a square block rows and columns come whole;
 * of another what does not go into its pairs is rounded up for each.
 */
function blockShare(all: Cost, blocks: VectorBlocks | undefined, slot: number, terms: number): Counts {
  const rows = blocks?.value.places.length ?? 1
  const columns = blocks?.operands[slot].places.length ?? 1
  const pairs = blocks?.pairs?.length ?? rows * columns
  const isSquare = rows === columns && !blocks?.pairs
  const share = (count = 0): number =>
    count % pairs === 0 || (isSquare && count % rows === 0) ? (count * terms) / pairs : Math.ceil(count / pairs) * terms
  const { additions, multiplications, divisions, calls } = all
  return {
    ...{ additions: share(additions), multiplications: share(multiplications) },
    ...{ divisions: share(divisions), calls: share(calls) },
  }
}

/** What the partials of so many terms of an edge cost. Those of a closed module come from a pass inside. */
export function partialsCost(graph: Graph, edge: EdgeIndex, terms: number): Counts {
  const { consumer, firstEdge, plan, plans } = graph
  const node = consumer[edge]
  const operation = operationOf(graph, node)
  if (!operation || terms === 0) return NO_COUNTS
  const planned = plan[node] === PLAIN ? null : plans[plan[node]]
  if (isArrayPrimitive(operation)) {
    if (operation.kind !== 'blockwise' || !planned) return NO_COUNTS
    const slot = edge - firstEdge[node]
    return blockShare(operation.cost(planned.group).partials[slot], planned.blocks, slot, terms)
  }
  const { cost } = operation
  const count = firstEdge[node + 1] - firstEdge[node]
  const slot = edge - firstEdge[node]
  const one = typeof cost !== 'function' ? cost.partials[slot] : cost(groupAt(graph, node) || count).partial
  return new OperationTally().add(one ?? {}, terms).operations
}

/** Whether a term of the edge is a multiplication. */
export function isMultiplied(graph: Graph, edge: EdgeIndex): boolean {
  const partial = localPartial(graph, edge)
  if (partial.kind === 'formula') return !partial.formula.isSign
  // Arrays go through a closed module as they are; between numbers it has partials like any other node.
  if (partial.kind === 'inside') return graph.plan[graph.consumer[edge]] === PLAIN
  return partial.kind !== 'copy'
}
