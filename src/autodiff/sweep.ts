import { type EdgeIndex, type NodeIndex, PLAIN, WITHIN } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { operationOf } from '../graph/operations.ts'
import { isArrayPrimitive } from '../primitives/arrayPrimitive.ts'
import { type Partials, pullAdjoints, pushTangents } from '../primitives/loops.ts'
import type { Wiring } from '../primitives/wiring.ts'
import type { Evaluated } from './pass.ts'

/** Derivatives by entry, as far as a pass has come. */
export interface Sums {
  readonly numbers: Float64Array
  readonly present: Uint8Array
}

export function noSums({ graph: { offset, size } }: Evaluated): Sums {
  return { numbers: new Float64Array(offset[size]), present: new Uint8Array(offset[size]) }
}

/** From the seeds that stand there, all tangents in tape order: v̇ = Σ ∂v/∂u · u̇ over operand edges. */
export function pushAll(primal: Evaluated, sums: Sums): void {
  const { graph, partials, live } = primal
  const { numbers, present } = sums
  const { size, firstEdge, operand, plan, offset, firstPartial } = graph
  for (let node = 0; node < size; node++)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (plan[node] !== PLAIN) {
        if (isLive(primal, edge)) push(primal, edge, sums)
        continue
      }
      // The same as `push`, written out: programs of numbers come here for every edge.
      const source = offset[operand[edge]]
      if (!live[firstPartial[edge]] || !present[source]) continue
      const term = partials[firstPartial[edge]] * numbers[source]
      const target = offset[node]
      numbers[target] = present[target] ? numbers[target] + term : term
      present[target] = 1
    }
}

/** From the seeds that stand there, all adjoints in reverse tape order: ū = Σ v̄ · ∂v/∂u over consumer edges. */
export function pullAll(primal: Evaluated, sums: Sums): void {
  const { graph, partials, live } = primal
  const { numbers, present } = sums
  const { size, firstEdge, operand, plan, offset, firstPartial } = graph
  for (let node = size - 1; node >= 0; node--) {
    if (plan[node] !== PLAIN) {
      pullNode(primal, node, sums)
      continue
    }
    const source = offset[node]
    if (!present[source]) continue
    const adjoint = numbers[source]
    const end = firstEdge[node + 1]
    // The same as `pull`, written out: programs of numbers come here for every edge.
    for (let edge = firstEdge[node]; edge < end; edge++) {
      const kept = firstPartial[edge]
      if (!live[kept]) continue
      const target = offset[operand[edge]]
      const term = adjoint * partials[kept]
      numbers[target] = present[target] ? numbers[target] + term : term
      present[target] = 1
    }
  }
}

/** The terms of a node with arrays, which has all of its own. */
export function pullNode(primal: Evaluated, node: NodeIndex, sums: Sums): void {
  const { firstEdge, plan } = primal.graph
  const within = plan[node] === WITHIN ? adjointsInside(primal, node, sums) : undefined
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
    if (isLive(primal, edge)) pull(primal, edge, sums, within)
}

/** Whether any derivative can pass along the edge. */
export function isLive({ graph: { firstPartial }, live }: Evaluated, edge: EdgeIndex): boolean {
  for (let kept = firstPartial[edge]; kept < firstPartial[edge + 1]; kept++) if (live[kept]) return true
  return false
}

/** Adds the edge's terms to the consumer's tangents: v̇ += ∂v/∂u · u̇. */
export function push(primal: Evaluated, edge: EdgeIndex, sums: Sums): void {
  const { consumer, operand, offset, plan } = primal.graph
  const [from, to] = [offset[operand[edge]], offset[consumer[edge]]]
  if (plan[consumer[edge]] === PLAIN) add(sums, to, primal.partials[primal.graph.firstPartial[edge]], from)
  else if (plan[consumer[edge]] === WITHIN) pushInside(primal, edge, sums)
  else pushTangents(wiringOf(primal, edge), partialsOf(primal, edge), sums, to, from)
}

/** Adds the edge's terms to the operand's adjoints: ū += v̄ · ∂v/∂u. `within` are the adjoints inside a closed module, if they are known. */
export function pull(primal: Evaluated, edge: EdgeIndex, sums: Sums, within?: Sums): void {
  const { consumer, operand, offset, plan } = primal.graph
  const [from, to] = [offset[consumer[edge]], offset[operand[edge]]]
  if (plan[consumer[edge]] === PLAIN) add(sums, to, primal.partials[primal.graph.firstPartial[edge]], from)
  else if (plan[consumer[edge]] === WITHIN) pullInside(primal, edge, sums, within)
  else pullAdjoints(wiringOf(primal, edge), partialsOf(primal, edge), sums, from, to)
}

/** What is absent meets no partial, and a sum starts with its first term. */
function add({ numbers, present }: Sums, to: number, partial: number, from: number): void {
  if (!present[from]) return
  const term = partial * numbers[from]
  numbers[to] = present[to] ? numbers[to] + term : term
  present[to] = 1
}

/** The local Jacobian of an edge between arrays. */
export function wiringOf({ graph: { plan, plans, consumer, firstEdge } }: Evaluated, edge: EdgeIndex): Wiring {
  const node = consumer[edge]
  return plans[plan[node]].wirings[edge - firstEdge[node]]
}

/** Kept partials, or the values of the other factor. */
export function partialsOf(primal: Evaluated, edge: EdgeIndex): Partials {
  const { graph, values, partials, live } = primal
  const { consumer, firstEdge, firstPartial, offset, operand } = graph
  const node = consumer[edge]
  const { factor } = wiringOf(primal, edge)
  if (factor !== null) return { numbers: values, live: null, from: offset[operand[firstEdge[node] + factor]] }
  const operation = operationOf(graph, node)
  const drops =
    operation !== null && (!isArrayPrimitive(operation) || operation.kind === 'blockwise') && operation.drops
  return { numbers: partials, live: drops ? live : null, from: firstPartial[edge] }
}

/** The tangents of a closed module of arrays: a tangent pass inside, seeded at one of its inputs. */
function pushInside({ graph, inside }: Evaluated, edge: EdgeIndex, sums: Sums): void {
  const { consumer, firstEdge, operand } = graph
  const within = inside.get(consumer[edge]) as Evaluated
  const { inputs, outputs } = within.graph
  const pass = noSums(within)
  copy(sums, graph.offset, operand[edge], pass, within.graph.offset, inputs[edge - firstEdge[consumer[edge]]].node)
  pushAll(within, pass)
  const end = within.graph.offset[outputs[0].node]
  addEntries(pass, end, sums, graph.offset[consumer[edge]], entryCount(graph, consumer[edge]))
}

/** The adjoints of one operand of a closed module of arrays. */
function pullInside(primal: Evaluated, edge: EdgeIndex, sums: Sums, given?: Sums): void {
  const { graph, inside } = primal
  const { consumer, firstEdge, operand } = graph
  const node = consumer[edge]
  const { inputs, offset } = (inside.get(node) as Evaluated).graph
  const pass = given ?? adjointsInside(primal, node, sums)
  const from = offset[inputs[edge - firstEdge[node]].node]
  addEntries(pass, from, sums, graph.offset[operand[edge]], entryCount(graph, operand[edge]))
}

/** An adjoint pass inside a closed module of arrays, which serves all its operands. */
function adjointsInside({ graph, inside }: Evaluated, node: NodeIndex, sums: Sums): Sums {
  const within = inside.get(node) as Evaluated
  const pass = noSums(within)
  copy(sums, graph.offset, node, pass, within.graph.offset, within.graph.outputs[0].node)
  pullAll(within, pass)
  return pass
}

function copy(from: Sums, offset: Int32Array, node: number, to: Sums, target: Int32Array, at: number): void {
  to.numbers.set(from.numbers.subarray(offset[node], offset[node + 1]), target[at])
  to.present.set(from.present.subarray(offset[node], offset[node + 1]), target[at])
}

/** Adds so many entries, as far as they are present; a sum starts with its first term. */
export function addEntries(from: Sums, first: number, to: Sums, target: number, count: number): void {
  for (let source = first, entry = target; source < first + count; source++, entry++) {
    if (!from.present[source]) continue
    to.numbers[entry] = to.present[entry] ? to.numbers[entry] + from.numbers[source] : from.numbers[source]
    to.present[entry] = 1
  }
}
