import type { Primal } from '../autodiff/pass.ts'
import type { Sums } from '../autodiff/sweep.ts'
import { type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { operationOf } from '../graph/operations.ts'
import type { Operation } from '../primitives/arrayPrimitive.ts'
import { formulaOf, operandNames } from '../primitives/index.ts'
import type { Partials } from '../primitives/loops.ts'
import { places } from '../primitives/places.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Counts } from './counts.ts'
import { NO_COUNTS, Tally } from './counts.ts'
import { formulaTangent, type Moving } from './formulaTangent.ts'
import { groupAt, type LocalPartial, localPartial } from './localPartial.ts'

/** The tangents of an edge's partials; null where they do not move. */
export interface MovingPartials {
  readonly partials: Partials & { readonly live: Uint8Array }
  readonly counts: Counts
}

/** Between arrays: ṗ = Σ ∂p/∂u · u̇ over what the formula of the partial names: operands, and the value v. */
export function movingPartials(primal: Primal, edge: EdgeIndex, tangents: Sums): MovingPartials | null {
  const { graph } = primal
  const node = graph.consumer[edge]
  const partial = localPartial(graph, edge)
  if (partial.kind === 'factor') {
    const from = graph.offset[graph.operand[graph.firstEdge[node] + partial.slot]]
    return { partials: { numbers: tangents.numbers, live: tangents.present, from }, counts: NO_COUNTS }
  }
  if (partial.kind !== 'formula' || partial.names.length === 0) return null
  const group = groupAt(graph, node)
  const primitive = operationOf(graph, node) as Primitive
  if (group > 0 && !('formulaByEntry' in primitive)) return productsOfOthers(primal, edge, group, tangents)
  const moved = moveFormula(primal, node, partial, tangents)
  return moved && keptAs(moved.tangents, moved.present, moved.counts)
}

const keptAs = (numbers: Float64Array, live: Uint8Array, counts: Counts): MovingPartials => ({
  partials: { numbers, live, from: 0 },
  counts,
})

/** A formula for each entry of the value, or for each entry that is reduced. */
function moveFormula(primal: Primal, node: NodeIndex, { formula, names }: Formula, tangents: Sums) {
  const { offset } = primal.graph
  const turns = [...places(primal.graph.plans[primal.graph.plan[node]])]
  const moving = new Map<string, Moving>()
  for (const [name, { source, place }] of sourcesOf(primal.graph, node, names))
    moving.set(
      name,
      gathered(
        primal,
        tangents,
        Int32Array.from(turns, (turn) => offset[source] + turn[place]),
      ),
    )
  return formulaTangent(formula, moving, [turns.length])
}

type Formula = Extract<LocalPartial, { kind: 'formula' }>

/** What a formula means by its names: a node, and its place among the value and the operands. */
function sourcesOf(graph: Graph, node: NodeIndex, names: readonly string[]) {
  const { firstEdge, operand } = graph
  const slots = operandNames(operationOf(graph, node) as Operation, firstEdge[node + 1] - firstEdge[node])
  const sources = new Map<string, { readonly source: NodeIndex; readonly place: number }>()
  for (const name of names) {
    const slot = slots.indexOf(name)
    if (name === 'v') sources.set(name, { source: node, place: 0 })
    else if (slot >= 0) sources.set(name, { source: operand[firstEdge[node] + slot], place: slot + 1 })
  }
  return sources
}

/** The tangents of the partials between numbers, by edge. */
export interface MovingNumbers {
  readonly numbers: Float64Array
  readonly live: Uint8Array
  readonly counts: Counts
}

/** All of them that an adjoint meets: edges of one formula are evaluated together. */
export function moveNumbers(primal: Primal, tangents: Sums, adjoints: Sums): MovingNumbers {
  const { graph, live } = primal
  const { operand, consumer, plan, offset, firstPartial } = graph
  const moved = { numbers: new Float64Array(operand.length), live: new Uint8Array(operand.length) }
  const counts = new Tally()
  const edgesOf = new Map<string, EdgeIndex[]>()
  for (let edge = 0; edge < operand.length; edge++) {
    if (plan[consumer[edge]] !== PLAIN || !live[firstPartial[edge]] || !adjoints.present[offset[consumer[edge]]])
      continue
    const partial = localPartial(graph, edge)
    if (partial.kind !== 'formula' || !isMoved(graph, consumer[edge], partial, tangents)) continue
    listAt(edgesOf, partial.formula).push(edge)
  }
  for (const [formula, edges] of edgesOf) {
    const result = formulaTangent(
      formula,
      gatheredNumbers(primal, tangents, edges),
      edges.length === 1 ? [] : [edges.length],
    )
    if (!result) continue
    counts.add(result.counts)
    for (const [i, edge] of edges.entries()) {
      moved.numbers[edge] = result.tangents[i]
      moved.live[edge] = result.present[i]
    }
  }
  return { ...moved, counts: counts.operations }
}

function isMoved(graph: Graph, node: NodeIndex, { names }: Formula, { present }: Sums): boolean {
  for (const { source } of sourcesOf(graph, node, names).values()) if (present[graph.offset[source]]) return true
  return false
}

/** By name of the formula that all these edges have. */
function gatheredNumbers(primal: Primal, tangents: Sums, edges: readonly EdgeIndex[]): Map<string, Moving> {
  const { graph } = primal
  const entries = new Map<string, number[]>()
  for (const edge of edges)
    for (const [name, { source }] of sourcesOf(
      graph,
      graph.consumer[edge],
      (localPartial(graph, edge) as Formula).names,
    ))
      listAt(entries, name).push(graph.offset[source])
  return new Map(Array.from(entries, ([name, at]) => [name, gathered(primal, tangents, Int32Array.from(at))]))
}

/** The list under a key, begun if there is none. */
function listAt<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? []
  if (list.length === 0) lists.set(key, list)
  return list
}

/** The numbers and tangents at some entries. */
function gathered({ values }: Primal, { numbers, present }: Sums, entries: Int32Array): Moving {
  return {
    numbers: Float64Array.from(entries, (entry) => values[entry]),
    tangents: Float64Array.from(entries, (entry) => numbers[entry]),
    present: Uint8Array.from(entries, (entry) => present[entry]),
  }
}

/** A product of many entries has a formula for each: by place within the groups, all groups at once. */
function productsOfOthers(primal: Primal, edge: EdgeIndex, group: number, tangents: Sums): MovingPartials {
  const { graph } = primal
  const node = graph.consumer[edge]
  const primitive = operationOf(graph, node) as Primitive
  const source = graph.operand[edge]
  const entries = Int32Array.from(
    [...places(graph.plans[graph.plan[node]])],
    ([, column]) => graph.offset[source] + column,
  )
  const groups = entries.length / group
  const numbers = new Float64Array(entries.length)
  const live = new Uint8Array(entries.length)
  const counts = new Tally()
  for (let slot = 0; slot < group; slot++) {
    const names = new Map<string, Moving>()
    for (let other = 0; other < group; other++)
      if (other !== slot) {
        const own = entries.filter((_, turn) => turn % group === other)
        names.set(`x${other + 1}`, gathered(primal, tangents, own))
      }
    const moved = formulaTangent(formulaOf(primitive, slot, group), names, groups === 1 ? [] : [groups])
    if (!moved) continue
    counts.add(moved.counts)
    for (let k = 0; k < groups; k++) {
      numbers[k * group + slot] = moved.tangents[k]
      live[k * group + slot] = moved.present[k]
    }
  }
  return keptAs(numbers, live, counts.operations)
}
