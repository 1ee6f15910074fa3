import { type Counts, NO_COUNTS, Tally } from '../../costs/counts.ts'
import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import { type Formula, groupAt, localPartial } from '../../graph/localPartial.ts'
import { operationOf } from '../../graph/operations.ts'
import { formulaOf } from '../../primitives/index.ts'
import type { Partials } from '../../primitives/loops.ts'
import { places } from '../../primitives/places.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import { gathered, sourcesOf } from './formulaSources.ts'
import { formulaTangent, type Moving } from './formulaTangent.ts'

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
  for (const [name, { source, place }] of sourcesOf(primal.graph, node, names)) {
    const entries = Int32Array.from(turns, (turn) => offset[source] + turn[place])
    moving.set(name, gathered(primal, tangents, entries))
  }
  return formulaTangent(formula, moving, [turns.length])
}

/** A product of many entries has a formula for each: by place within the groups, all groups at once. */
function productsOfOthers(primal: Primal, edge: EdgeIndex, group: number, tangents: Sums): MovingPartials {
  const { graph } = primal
  const node = graph.consumer[edge]
  const primitive = operationOf(graph, node) as Primitive
  const source = graph.operand[edge]
  const turns = [...places(graph.plans[graph.plan[node]])]
  const entries = Int32Array.from(turns, ([, column]) => graph.offset[source] + column)
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
