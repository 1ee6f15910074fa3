import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import { groupAt, localPartial } from '../../graph/localPartial.ts'
import { nodeAt, placeMeant } from '../../graph/operandNames.ts'
import { operationOf } from '../../graph/operations.ts'
import { type ParsedFormula, partialFormula } from '../../primitives/formula.ts'
import type { Partials } from '../../primitives/loops.ts'
import { places } from '../../primitives/places.ts'
import type { Nary, Primitive } from '../../primitives/primitive.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import { type FormulaPass, formulaTangent, type Moving, movingAt } from './formulaTangent.ts'

/** The tangents of an edge's partials. */
export interface PartialTangents extends Partials {
  readonly live: Uint8Array
}

/**
 * Between arrays: ṗ = Σ ∂p/∂u · u̇ over what the formula of the partial names: operands, and the value v. Null where they do
 * not move. The tangent passes over formulas that it took join `passes`.
 */
export function partialTangents(
  primal: Primal,
  edge: EdgeIndex,
  tangents: Sums,
  passes: FormulaPass[],
): PartialTangents | null {
  const { graph } = primal
  const node = graph.consumer[edge]
  const partial = localPartial(graph, edge)
  if (partial.kind === 'factor') {
    const from = graph.offset[graph.operand[graph.firstEdge[node] + partial.slot]]
    return { numbers: tangents.numbers, live: tangents.present, from }
  }
  if (partial.kind !== 'formula' || partial.formula.reads.length === 0) return null
  const group = groupAt(graph, node)
  const primitive = operationOf(graph, node) as Primitive
  if (group > 0 && !('formulaByEntry' in primitive)) return productsOfOthers(primal, edge, tangents, passes)
  const text = group > 0 ? reducedText(primitive as Nary, group) : partial.formula.text
  const moved = moveFormula(primal, node, { text, reads: partial.formula.reads }, group, tangents)
  if (!moved) return null
  passes.push(moved.pass)
  return keptAs(moved.tangents)
}

const keptAs = ({ numbers, present }: Sums): PartialTangents => ({ numbers, live: present, from: 0 })

/** Of entries that stand in a row for each group. */
const reducedText = ({ formulaByEntry }: Nary, group: number): string =>
  formulaByEntry?.('v', group, ', axis=1, keepdims=True') ?? '0'

/** A formula for each entry of the value, or for each entry that is reduced, a row for each group. */
function moveFormula(
  primal: Primal,
  node: NodeIndex,
  formula: Pick<ParsedFormula, 'text' | 'reads'>,
  group: number,
  tangents: Sums,
) {
  const { graph } = primal
  const turns = [...places(graph.plans[graph.plan[node]])]
  const moving = new Map<string, Moving>()
  for (const name of formula.reads) {
    const place = placeMeant(graph, node, name)
    if (place === undefined) continue
    const from = graph.offset[nodeAt(graph, node, place)]
    const entries = turns.map((turn) => from + turn[place])
    moving.set(name, movingAt(primal, tangents, entries))
  }
  return formulaTangent(formula.text, moving, group > 0 ? [turns.length / group, group] : [turns.length])
}

/** A product of many entries has a formula for each: by place within the groups, all groups at once. */
function productsOfOthers(primal: Primal, edge: EdgeIndex, tangents: Sums, passes: FormulaPass[]): PartialTangents {
  const { graph } = primal
  const node = graph.consumer[edge]
  const group = groupAt(graph, node)
  const primitive = operationOf(graph, node) as Primitive
  const turns = [...places(graph.plans[graph.plan[node]])]
  const entries = turns.map(([, column]) => graph.offset[graph.operand[edge]] + column)
  const groups = entries.length / group
  const moved = { numbers: new Float64Array(entries.length), present: new Uint8Array(entries.length) }
  for (let slot = 0; slot < group; slot++) {
    const names = new Map<string, Moving>()
    for (let other = 0; other < group; other++)
      if (other !== slot) {
        const own = entries.filter((_, turn) => turn % group === other)
        names.set(`x${other + 1}`, movingAt(primal, tangents, own))
      }
    const { text } = partialFormula(primitive, slot, group)
    const result = formulaTangent(text, names, groups === 1 ? [] : [groups])
    if (!result) continue
    passes.push(result.pass)
    for (let k = 0; k < groups; k++) {
      moved.numbers[k * group + slot] = result.tangents.numbers[k]
      moved.present[k * group + slot] = result.tangents.present[k]
    }
  }
  return keptAs(moved)
}
