import { type EdgeIndex, PLAIN } from '../../graph/graph.ts'
import { operandNodes, slotOf, wayOf } from '../../notation/formulas.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { places } from '../../primitives/places.ts'
import type { Convention } from '../../primitives/primitive.ts'
import type { Pass } from '../pass.ts'
import { isPartialHidden } from '../withheld.ts'
import { operationAt, type Situation } from './situation.ts'

/** More terms than this are not looked at. */
const MOST_TERMS = 64
/** Of arrays, more entries than this are not looked at. */
const MOST_ENTRIES = 4096

/** The conventions of the partials that a step uses, each as a sentence. */
export function conventionsOf({ pass, graph, terms }: Situation): string[] {
  const { primal } = pass
  if (pass.kind === 'primal') return []
  return terms.slice(0, MOST_TERMS).flatMap(({ edge }) => {
    const operation = operationAt(graph, edge)
    if (isPartialHidden(primal, edge) || !operation || isArrayPrimitive(operation)) return []
    const slot = slotOf(graph, edge)
    const conventions = (operation.conventions ?? []).filter((convention) => (convention.slot ?? slot) === slot)
    if (conventions.length === 0) return []
    const points = pointsOf(pass, edge)
    return conventions.filter(({ when }) => points.some((operands) => when(...operands))).map(conventionSaid)
  })
}

/** The operands at which the edge's operation is evaluated: of arrays those of each entry, of a reduction those of each group. */
function pointsOf({ kind, primal: { graph, values }, presentEntries }: Pass, edge: EdgeIndex): number[][] {
  const node = graph.consumer[edge]
  const slot = slotOf(graph, edge)
  const starts = operandNodes(graph, node).map((operand) => graph.offset[operand])
  if (graph.plan[node] === PLAIN) return [starts.map((start) => values[start])]
  const points = new Map<number, number[]>()
  const isReduction = wayOf(graph, node) === 'reduction'
  let left = MOST_ENTRIES
  for (const [row, ...columns] of places(graph.plans[graph.plan[node]])) {
    if (left-- === 0) break
    // What is absent meets no partial.
    const source = kind === 'adjoint' ? graph.offset[node] + row : starts[slot] + columns[slot]
    if (!presentEntries[source] && !isReduction) continue
    const operands = columns.map((column, i) => values[starts[i] + column])
    points.set(row, isReduction ? [...(points.get(row) ?? []), ...operands] : operands)
  }
  return [...points.values()]
}

function conventionSaid({ says, others }: Convention): string {
  const sentence = says.endsWith('.') ? says : `${says}.`
  return others ? `${sentence} Others take: ${others.replace(/\.$/, '')}.` : sentence
}
