import { type EdgeIndex, type NodeIndex, PLAIN, WITHIN } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { operandNodes } from '../../notation/formulas.ts'
import { entriesOf } from '../../notation/numbers.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { partialAtOperands, valueAtOperands } from '../../primitives/atOperands.ts'
import type { Pass, Term } from '../pass.ts'
import { seedValue, termsAt } from '../terms.ts'
import { partialsMet } from './partialsMet.ts'
import type { Voice } from './voice.ts'

/** Says that the result is ∞ only because it is too large for a double. */
export const beyondDoubles = ({ number }: Voice): string =>
  `a number beyond the largest double, about ${number(Number.MAX_VALUE)},`

/** How many steps back the cause is sought. */
const FARTHEST = 1_000

/** Whether an entry is infinite or NaN because a finite derivative on the way was beyond the largest double. */
export function stemsFromOverflow(pass: Pass, node: NodeIndex, entry: number): boolean {
  const { offset } = pass.primal.graph
  const places = new Map([[offset[node] + entry, { node, entry }]])
  for (const place of places.values()) {
    if (arises(pass, place.node, place.entry)) return true
    for (const term of badTerms(pass, place.node, place.entry)) {
      const at = firstBad(pass, term.source)
      if (at >= 0 && places.size < FARTHEST) places.set(offset[term.source] + at, { node: term.source, entry: at })
    }
  }
  return false
}

/** Whether finite terms, or a finite partial and a finite factor, give what is beyond the largest double in this step. */
export function arises(pass: Pass, node: NodeIndex, entry: number): boolean {
  const bad = badTerms(pass, node, entry)
  const seed = seedValue(pass, node)
  if (bad.length === 0) return seed === null || Number.isFinite(entriesOf(seed)[entry])
  return bad.some((term) => firstBad(pass, term.source) < 0 && overflows(pass, term, entry))
}

const badTerms = (pass: Pass, node: NodeIndex, entry: number): readonly Term[] =>
  termsAt(pass, node).filter(({ product }) => !Number.isFinite(entriesOf(product)[entry]))

function firstBad({ primal: { graph }, numbers }: Pass, node: NodeIndex): number {
  return numbers.subarray(graph.offset[node], graph.offset[node + 1]).findIndex((number) => !Number.isFinite(number))
}

/** Whether the product or the partial of a term from a finite source is too large; inside a closed module this is not looked at. */
function overflows(pass: Pass, { edge, partial }: Term, entry: number): boolean {
  const { graph } = pass.primal
  if (graph.plan[graph.consumer[edge]] === WITHIN) return false
  const partials = partial === null ? partialsMet(pass, edge, entry) : [partial]
  return partials.every(Number.isFinite) || isTooLarge(pass, edge)
}

/** How far beside the point a pole is left. */
const ASIDE = 1e-6

/** Whether the partial between numbers is infinite since a double ends there: at a pole, it is finite close by. */
export function isTooLarge({ primal: { graph, values } }: Pass, edge: EdgeIndex): boolean {
  const consumer = graph.consumer[edge]
  const operation = operationOf(graph, consumer)
  if (graph.plan[consumer] !== PLAIN || !operation || isArrayPrimitive(operation)) return false
  const operands = operandNodes(graph, consumer).map((operand) => values[graph.offset[operand]])
  if (![...operands, values[graph.offset[consumer]]].every(Number.isFinite)) return false
  const slot = edge - graph.firstEdge[consumer]
  return [1 - ASIDE, 1 + ASIDE].every((scale) => {
    const beside = operands.map((operand) => (operand === 0 ? scale - 1 : operand * scale))
    return (
      Math.abs(partialAtOperands(operation, slot, beside, valueAtOperands(operation, beside))) ===
      Number.POSITIVE_INFINITY
    )
  })
}
