import type { Primal } from '../autodiff/pass.ts'
import type { Sums } from '../autodiff/sweep.ts'
import { CONSTANT, type EdgeIndex, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { operationOf } from '../graph/operations.ts'
import type { Operation } from '../primitives/arrayPrimitive.ts'
import { formulaOf, operandNames } from '../primitives/index.ts'
import type { Partials } from '../primitives/loops.ts'
import { places } from '../primitives/places.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Counts } from './counts.ts'
import { NO_COUNTS, Tally } from './counts.ts'
import { formulaTangent, type Moving } from './formulaTangent.ts'
import { groupAt, localPartial } from './localPartial.ts'

/** The tangents of an edge's partials; null where they do not move. */
export interface MovingPartials {
  readonly partials: Partials & { readonly live: Uint8Array }
  readonly counts: Counts
}

/** ṗ = Σ ∂p/∂u · u̇ over what the formula of the partial names: operands, and the value v. */
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
  const moved = moveFormula(primal, node, partial.formula, partial.names, tangents)
  return moved && keptAs(moved.tangents, moved.present, moved.counts)
}

const keptAs = (numbers: Float64Array, live: Uint8Array, counts: Counts): MovingPartials => ({
  partials: { numbers, live, from: 0 },
  counts,
})

/** A formula for each entry of the value, or for each entry that is reduced. */
function moveFormula(primal: Primal, node: NodeIndex, formula: string, names: readonly string[], tangents: Sums) {
  const { graph } = primal
  const { firstEdge, operand, offset } = graph
  const slots = operandNames(operationOf(graph, node) as Operation, firstEdge[node + 1] - firstEdge[node])
  const turns = turnsOf(primal, node)
  const moving = new Map<string, Moving>()
  for (const name of names) {
    const slot = slots.indexOf(name)
    if (name !== 'v' && slot < 0) continue
    const source = name === 'v' ? node : operand[firstEdge[node] + slot]
    moving.set(
      name,
      gathered(
        primal,
        tangents,
        source,
        turns.map((places) => offset[source] + places[name === 'v' ? 0 : slot + 1]),
      ),
    )
  }
  return formulaTangent(formula, moving, turns.length === 1 ? [] : [turns.length])
}

/** By partial: where the value's entry stands, and those of the operands. */
function turnsOf({ graph: { plan, plans, firstEdge } }: Primal, node: NodeIndex): readonly (readonly number[])[] {
  if (plan[node] === PLAIN) return [new Array<number>(firstEdge[node + 1] - firstEdge[node] + 1).fill(0)]
  return [...places(plans[plan[node]])]
}

/** The numbers and tangents of a node at some entries. */
function gathered({ values, graph }: Primal, tangents: Sums, source: NodeIndex, entries: readonly number[]): Moving {
  const isConstant = graph.op[source] === CONSTANT
  return {
    numbers: Float64Array.from(entries, (entry) => values[entry]),
    tangents: Float64Array.from(entries, (entry) => tangents.numbers[entry]),
    present: Uint8Array.from(entries, (entry) => (isConstant ? 0 : tangents.present[entry])),
  }
}

/** A product of many entries has a formula for each: by place within the groups, all groups at once. */
function productsOfOthers(primal: Primal, edge: EdgeIndex, group: number, tangents: Sums): MovingPartials {
  const { graph } = primal
  const node = graph.consumer[edge]
  const primitive = operationOf(graph, node) as Primitive
  const source = graph.operand[edge]
  const entries = turnsOf(primal, node).map(([, column]) => graph.offset[source] + column)
  const groups = entries.length / group
  const numbers = new Float64Array(entries.length)
  const live = new Uint8Array(entries.length)
  const counts = new Tally()
  for (let slot = 0; slot < group; slot++) {
    const names = new Map<string, Moving>()
    for (let other = 0; other < group; other++)
      if (other !== slot) {
        const own = entries.filter((_, turn) => turn % group === other)
        names.set(`x${other + 1}`, gathered(primal, tangents, source, own))
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
