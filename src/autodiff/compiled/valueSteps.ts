import { CLOSED, CONSTANT, type Graph, type NodeIndex, PLAIN, WITHIN } from '../../graph/graph.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { operationOf } from '../../graph/operations.ts'
import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Walk } from '../../primitives/wiring.ts'
import type { Draft } from './draft.ts'
import { FOLDS } from './exact.ts'
import { type CompiledExpression, F64, number, operation, read, replaced } from './expression.ts'
import { type Direct, ofSum, specialOf } from './records.ts'
import { Sequence } from './structure.ts'

/** −0 + x is x, for −0 as well: a sum is what its first term begins. */
export const NOTHING = number(-0)

/** Whether a node's value and partials are computed as on the plain tape, by a call. */
export function isOnTape(graph: Graph, node: NodeIndex): boolean {
  const { op, plan, plans } = graph
  if (op[node] < 0) return false
  if (op[node] >= CLOSED || plan[node] === WITHIN) return true
  const does = operationOf(graph, node) as Operation
  if (plan[node] === PLAIN) return isArrayPrimitive(does) || !isDirect(graph, node, does)
  if (isTabled(graph, node)) return true
  if (isArrayPrimitive(does)) return does.kind === 'blockwise'
  return plans[plan[node]].kind === 'reduction'
    ? !foldAt(graph, node) && !sumAt(graph, node)
    : !isDirect(graph, node, does)
}

/** Whether a node’s terms of an adjoint pass are those of the plain tape, by a call. */
export const pullsOnTape = (graph: Graph, node: NodeIndex): boolean =>
  graph.plan[node] === WITHIN || (graph.plan[node] !== PLAIN && isTabled(graph, node))

/** Whether its entries are in no even steps. */
const isTabled = ({ plan, plans }: Graph, node: NodeIndex): boolean =>
  plans[plan[node]].wirings.some(({ row, column, partial }) => row.table || column.table || partial.table)

/** How an array is reduced by one instruction again and again; undefined where it is not. */
export const foldAt = (graph: Graph, node: NodeIndex) =>
  graph.plan[node] >= 0 && graph.plans[graph.plan[node]].kind === 'reduction'
    ? FOLDS.find(({ of }) => of === operationOf(graph, node))
    : undefined

/** What a reduction makes of the sum of each group, at place 0; null where it is not of their sum. */
function sumAt(graph: Graph, node: NodeIndex): CompiledExpression | null {
  const { operand, firstEdge, plans, plan, attributes, attribute } = graph
  const shape = shapeAt(graph, operand[firstEdge[node]])
  return ofSum(operationOf(graph, node) as Primitive, shape, attributes[attribute[node]], plans[plan[node]].group)
}

/** Whether its operands come one by one, and its derivatives pass whatever they are, if any are asked for. */
function isDirect({ firstEdge, operand, varied }: Graph, node: NodeIndex, { arity, drops }: Primitive): boolean {
  if (typeof arity === 'object') return false
  return !drops || !operand.subarray(firstEdge[node], firstEdge[node + 1]).some((source) => varied[source] === 1)
}

/** The record of a node that computes from numbers one by one: of x^2 that of the square. */
export function recordAt(graph: Graph, node: NodeIndex): Direct {
  const primitive = operationOf(graph, node) as Direct
  const y = graph.operand[graph.firstEdge[node] + 1]
  const isFixed = primitive.arity === 2 && graph.op[y] === CONSTANT && entryCount(graph, y) === 1
  return specialOf(primitive, isFixed ? graph.initial[graph.offset[y]] : null) ?? primitive
}

/** A primal pass. */
export function valueSteps(draft: Draft): Sequence {
  const sequence = new Sequence()
  const { graph, structures } = draft
  for (let node = 0; node < graph.size; node++) {
    if (graph.op[node] < 0) continue
    if (isOnTape(graph, node)) sequence.push(structures.onTape('evaluate', node), [])
    else if (graph.plan[node] === PLAIN) plain(draft, node, sequence)
    else ofArrays(draft, node, sequence)
  }
  return sequence
}

function plain(draft: Draft, node: NodeIndex, sequence: Sequence): void {
  const { firstEdge } = draft.graph
  const record = recordAt(draft.graph, node)
  const places = [draft.valueOf(node)]
  for (let slot = 0; slot < record.arity; slot++)
    places.push(draft.valueOf(draft.graph.operand[firstEdge[node] + slot]))
  sequence.push(draft.valueStep(record), places)
}

function ofArrays(draft: Draft, node: NodeIndex, sequence: Sequence): void {
  const { graph, structures } = draft
  const { plan, plans, firstEdge, operand } = graph
  const { kind, wirings, rest, adds = false } = plans[plan[node]]
  const target = draft.valueOf(node)
  const at = (slot: number) => draft.valueOf(operand[firstEdge[node] + slot])
  const copied = structures.step(read(1), 1)
  const added = structures.step(read(1), 1, { adds: true })
  if (kind === 'elementwise') {
    const record = recordAt(graph, node)
    const read = wirings.slice(0, record.arity).map(({ column }, slot): [number, Walk] => [at(slot), column])
    draft.loops(sequence, wirings[0].extents, draft.valueStep(record), [[target, wirings[0].row], ...read])
  } else if (foldAt(graph, node)) {
    folded(draft, node, sequence)
  } else if (kind === 'reduction') {
    draft.fill(sequence, target, entryCount(graph, node), NOTHING)
    const [{ extents, row, column }] = wirings
    draft.loops(sequence, extents, added, [
      [target, row],
      [at(0), column],
    ])
    const made = replaced(sumAt(graph, node) as CompiledExpression, [read(1)])
    if (made.kind !== 'read')
      draft.each(sequence, entryCount(graph, node), structures.step(made, 1), [target, target], [8, 8])
  } else if (kind === 'contraction') {
    draft.fill(sequence, target, entryCount(graph, node), NOTHING)
    const [{ extents, row, column, partial }] = wirings
    const product = structures.step(operation(F64.mul, read(1), read(2)), 2, { adds: true })
    draft.loops(sequence, extents, product, [
      [target, row],
      [at(1), partial],
      [at(0), column],
    ])
  } else {
    if (rest !== undefined) draft.fill(sequence, target, entryCount(graph, node), number(rest))
    for (const [slot, { extents, row, column }] of wirings.entries())
      draft.loops(sequence, extents, adds ? added : copied, [
        [target, row],
        [at(slot), column],
      ])
  }
}

/** A reduction by one instruction, and the partials of its entries if any are asked for: of those before, and then of those after. */
function folded(draft: Draft, node: NodeIndex, sequence: Sequence): void {
  const { graph, structures, layout } = draft
  const { plan, plans, firstEdge, firstPartial, operand, varied } = graph
  const { code, from } = foldAt(graph, node) as (typeof FOLDS)[number]
  const [{ extents, row, column, partial }] = plans[plan[node]].wirings
  const source = operand[firstEdge[node]]
  const target: [number, Walk] = [draft.valueOf(node), row]
  const entry: [number, Walk] = [draft.valueOf(source), column]
  const kept: [number, Walk] = [layout.partials + 8 * firstPartial[firstEdge[node]], partial]
  const copy = structures.step(read(1), 1)
  const fold = structures.step(operation(code, read(1), read(2)), 2)
  draft.fill(sequence, target[0], entryCount(graph, node), number(from))
  const before = { step: copy, walks: [kept, target] }
  const onward = { step: fold, walks: [target, target, entry] }
  draft.nest(sequence, extents, varied[source] ? [before, onward] : [onward])
  if (!varied[source]) return
  // Backwards. What the later entries make is kept where the adjoints will be, which nobody needs now.
  const back = (walk: Walk): Walk => ({
    start: extents.reduce((at, extent, loop) => at + walk.strides[loop] * (extent - 1), walk.start),
    strides: walk.strides.map((stride) => -stride),
  })
  const after: [number, Walk] = [draft.adjointOf(node), back(row)]
  const behind: [number, Walk] = [kept[0], back(partial)]
  const last: [number, Walk] = [entry[0], back(column)]
  draft.fill(sequence, after[0], entryCount(graph, node), number(from))
  draft.nest(sequence, extents, [
    { step: fold, walks: [behind, behind, after] },
    { step: fold, walks: [after, after, last] },
  ])
}
