import { CLOSED, type Graph, type NodeIndex, PLAIN, WITHIN } from '../graph/graph.ts'
import { closedAt } from '../graph/operations.ts'
import { apply, keepPartials } from '../primitives/apply.ts'
import { isArrayPrimitive } from '../primitives/arrayPrimitive.ts'
import { isDropped, partialAtOperands, valueAtOperands } from '../primitives/atOperands.ts'
import { partialByX, partialByY, partialOfX, valueOfX, valueOfXY } from '../primitives/frequent.ts'
import { operations } from '../primitives/index.ts'
import type { Binary, Primitive, Unary } from '../primitives/primitive.ts'
import { adjoint } from './adjoint.ts'
import type { Evaluated, Numbers, Primal } from './pass.ts'
import { byName, eachNamed } from './point.ts'

/** The operands of the node at hand, where they go through an array. */
const operands: number[] = []

/**
 * The primal pass: the value of each node in tape order, and with it the local partials of each edge on whose operand
 * an input acts. Inputs that `at` leaves out have the value of the program; a name that is no input throws, and so does
 * a value of another shape.
 */
export function primal(graph: Graph, at: Readonly<Numbers> = {}): Primal {
  const values = graph.initial.slice()
  eachNamed(at, graph.inputs, 'input', graph, (entry, value) => {
    values[entry] = value
  })
  return primalFrom(graph, values)
}

/** The primal pass from values by entry in which those of inputs and constants stand; it fills in the others. */
export function primalFrom(graph: Graph, values: Float64Array): Primal {
  const pass = begin(graph, values)
  evaluateAll(pass)
  return { kind: 'primal', ...pass, outputs: byName(values, graph.outputs, graph) }
}

/** A primal pass while it is under way. */
export type Growing = Evaluated & { readonly inside: Map<NodeIndex, Primal> }

/** Before the first step. */
export function begin(graph: Graph, values: Float64Array): Growing {
  const kept = graph.firstPartial[graph.operand.length]
  return { graph, values, partials: new Float64Array(kept), live: new Uint8Array(kept), inside: new Map() }
}

/** All steps; once more, if inputs have other values than before. */
export const evaluateAll = (pass: Growing): void => evaluate(pass, 0, pass.graph.size)

/** One step: the value of a node and the partials of its edges, once its operands have theirs. */
export const evaluateNode = (node: NodeIndex, pass: Growing): void => evaluate(pass, node, node + 1)

/** By op: how many operands it has, where numbers are handed to it one by one; 0 where they go through an array. */
const directly = (): Uint8Array =>
  Uint8Array.from(operations, (operation) =>
    isArrayPrimitive(operation) || operation.drops || typeof operation.arity === 'object' ? 0 : operation.arity,
  )
let direct = directly()

/**
 * Nodes in tape order. One long function, so that the JavaScript engine leaves it whole and writes into it what
 * `frequent.ts` has.
 */
function evaluate(pass: Growing, from: NodeIndex, to: NodeIndex): void {
  const { graph, values, partials, live } = pass
  const { op, plan, firstEdge, operand, varied, offset, firstPartial } = graph
  if (direct.length < operations.length) direct = directly()
  for (let node = from; node < to; node++) {
    if (op[node] < 0) continue
    if (plan[node] === WITHIN || op[node] >= CLOSED) {
      evaluateInside(node, pass)
      continue
    }
    if (plan[node] !== PLAIN) {
      evaluateArrays(node, pass)
      continue
    }
    const count = direct[op[node]]
    if (count === 0) {
      evaluateMany(operations[op[node]] as Primitive, node, pass)
      continue
    }
    const edge = firstEdge[node]
    const first = firstPartial[edge]
    const x = values[offset[operand[edge]]]
    if (count === 1) {
      const primitive = operations[op[node]] as Primitive as Unary
      const v = valueOfX(primitive, x)
      values[offset[node]] = v
      if (varied[operand[edge]]) {
        partials[first] = partialOfX(primitive, x, v)
        live[first] = 1
      }
    } else {
      const primitive = operations[op[node]] as Primitive as Binary
      const y = values[offset[operand[edge + 1]]]
      const v = valueOfXY(primitive, x, y)
      values[offset[node]] = v
      if (varied[operand[edge]]) {
        partials[first] = partialByX(primitive, x, y, v)
        live[first] = 1
      }
      if (varied[operand[edge + 1]]) {
        partials[first + 1] = partialByY(primitive, x, y, v)
        live[first + 1] = 1
      }
    }
  }
}

function evaluateMany(primitive: Primitive, node: NodeIndex, { graph, values, partials, live }: Growing): void {
  const { firstEdge, operand, varied, offset, firstPartial } = graph
  const edge = firstEdge[node]
  const first = firstPartial[edge]
  const count = firstEdge[node + 1] - edge
  operands.length = count
  for (let slot = 0; slot < count; slot++) operands[slot] = values[offset[operand[edge + slot]]]
  const v = valueAtOperands(primitive, operands)
  values[offset[node]] = v
  for (let slot = 0; slot < count; slot++) {
    const isLive = varied[operand[edge + slot]] === 1 && !isDropped(primitive, slot, operands, v)
    partials[first + slot] = isLive ? partialAtOperands(primitive, slot, operands, v) : 0
    live[first + slot] = isLive ? 1 : 0
  }
}

function evaluateArrays(node: NodeIndex, { graph, values, partials, live }: Growing): void {
  const { op, plan, plans, firstEdge, operand, varied, offset, firstPartial } = graph
  const operation = operations[op[node]]
  const edge = firstEdge[node]
  const read = operand.subarray(edge, firstEdge[node + 1])
  const starts = Array.from(read, (source) => offset[source])
  const site = { plan: plans[plan[node]], values, starts, target: offset[node] }
  apply(operation, site)
  for (const [slot, source] of read.entries())
    if (varied[source]) keepPartials(operation, slot, site, { partials, live, first: firstPartial[edge + slot] })
}

/** A closed module: a primal pass inside; between numbers an adjoint pass inside gives all its partials. */
function evaluateInside(node: NodeIndex, { graph, values, partials, live, inside }: Growing): void {
  const { firstEdge, operand, varied, offset, firstPartial, plan } = graph
  const { graph: inner } = closedAt(graph, node)
  const start = inner.initial.slice()
  const edge = firstEdge[node]
  const end = firstEdge[node + 1]
  for (const [slot, { node: input }] of inner.inputs.entries()) {
    const source = operand[edge + slot]
    start.set(values.subarray(offset[source], offset[source + 1]), inner.offset[input])
  }
  const pass = primalFrom(inner, start)
  const [output] = inner.outputs
  inside.set(node, pass)
  values.set(pass.values.subarray(inner.offset[output.node], inner.offset[output.node + 1]), offset[node])
  const backward = plan[node] === PLAIN ? adjoint(pass, { [output.name]: 1 }) : null
  for (let at = edge; at < end; at++) {
    const entry = inner.offset[inner.inputs[at - edge].node]
    const isLive = varied[operand[at]] === 1 && backward?.present[entry] !== 0
    partials[firstPartial[at]] = isLive ? (backward?.numbers[entry] ?? 1) : 0
    live[firstPartial[at]] = isLive ? 1 : 0
  }
}

/** The same pass with the magnitudes of its partials: what its derivatives' rounding errors are measured by. */
export function absolute(pass: Primal): Primal {
  const inside = new Map(Array.from(pass.inside, ([node, within]) => [node, absolute(within)]))
  return { ...pass, values: pass.values.map(Math.abs), partials: pass.partials.map(Math.abs), inside }
}
