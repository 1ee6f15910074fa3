import { type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { localPartial } from '../../graph/localPartial.ts'
import { nodeMeant } from '../../graph/operandNames.ts'
import type { ParsedFormula } from '../../primitives/formula.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import { type FormulaPass, formulaTangent, type Moving, movingAt } from './formulaTangent.ts'

/** The tangents of the partials between numbers, by edge. */
export interface ScalarPartialTangents {
  readonly numbers: Float64Array
  readonly live: Uint8Array
}

/** All of them that an adjoint meets: edges of one formula are evaluated together. What that took joins `passes`. */
export function scalarPartialTangents(
  primal: Primal,
  tangents: Sums,
  adjoints: Sums,
  passes: FormulaPass[],
): ScalarPartialTangents {
  const { graph } = primal
  const count = graph.operand.length
  const moved = { numbers: new Float64Array(count), live: new Uint8Array(count) }
  for (const [formula, edges] of movedEdges(primal, tangents, adjoints)) {
    const shape = edges.length === 1 ? [] : [edges.length]
    const result = formulaTangent(formula.text, gatheredNumbers(primal, tangents, formula, edges), shape)
    if (!result) continue
    passes.push(result.pass)
    for (const [i, edge] of edges.entries()) {
      moved.numbers[edge] = result.tangents.numbers[i]
      moved.live[edge] = result.tangents.present[i]
    }
  }
  return moved
}

/** By formula: the live edges between numbers whose partial moves, and meets an adjoint. */
function movedEdges({ graph, live }: Primal, tangents: Sums, adjoints: Sums): Map<ParsedFormula, EdgeIndex[]> {
  const { operand, consumer, plan, offset, firstPartial } = graph
  const edges = new Map<ParsedFormula, EdgeIndex[]>()
  for (let edge = 0; edge < operand.length; edge++) {
    if (plan[consumer[edge]] !== PLAIN || !live[firstPartial[edge]] || !adjoints.present[offset[consumer[edge]]])
      continue
    const partial = localPartial(graph, edge)
    if (partial.kind !== 'formula' || !isMoved(graph, consumer[edge], partial.formula, tangents)) continue
    const alike = edges.get(partial.formula)
    if (alike) alike.push(edge)
    else edges.set(partial.formula, [edge])
  }
  return edges
}

const isMoved = (graph: Graph, node: NodeIndex, { reads }: ParsedFormula, { present }: Sums): boolean =>
  reads.some((name) => {
    const read = nodeMeant(graph, node, name)
    return read !== undefined && present[graph.offset[read]] === 1
  })

/** By name of the formula that all these edges have. */
function gatheredNumbers(
  primal: Primal,
  tangents: Sums,
  formula: ParsedFormula,
  edges: readonly EdgeIndex[],
): Map<string, Moving> {
  const { graph } = primal
  const moving = new Map<string, Moving>()
  for (const name of formula.reads) {
    const read = edges.flatMap((edge) => nodeMeant(graph, graph.consumer[edge], name) ?? [])
    if (read.length > 0)
      moving.set(
        name,
        movingAt(
          primal,
          tangents,
          read.map((node) => graph.offset[node]),
        ),
      )
  }
  return moving
}
