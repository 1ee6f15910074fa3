import type { Primal } from '../autodiff/pass.ts'
import type { EdgeIndex, NodeIndex, Value } from '../graph/graph.ts'
import { entryCount, shapeAt } from '../graph/nodes.ts'
import { nested } from '../primitives/value.ts'
import type { Pass, Term } from './pass.ts'

/** What the passes of a primal pass keep from the reader besides the numbers that stand there as NaN. */
export interface Withheld {
  /** Whether the local partials of the edge are hidden, also as formulas. */
  readonly partial: (edge: EdgeIndex) => boolean
  /** Whether the pattern of a step has no name yet. */
  readonly words: boolean
}

const withheld = new WeakMap<Primal, Withheld>()

/** Marks a primal pass in which numbers are hidden. */
export function withhold(primal: Primal, what: Withheld): Primal {
  withheld.set(primal, what)
  return primal
}

/** Undefined where nothing is hidden. */
export const withheldOf = (primal: Primal): Withheld | undefined => withheld.get(primal)

export const isPartialHidden = (primal: Primal, edge: EdgeIndex): boolean => withheldOf(primal)?.partial(edge) ?? false

/** Whether the number that the pass gives the node is hidden. */
export function isNumberHidden({ primal, numbers }: Pass, node: NodeIndex): boolean {
  const { offset } = primal.graph
  return withheld.has(primal) && numbers.subarray(offset[node], offset[node + 1]).some(Number.isNaN)
}

/** A term of a step whose number is hidden: its factors stand, what they come to does not. */
export function withoutProduct(pass: Pass, node: NodeIndex, { edge, source, partial, factor }: Term): Term {
  const hidden = hiddenAt(pass, node)
  return { edge, source, partial, factor, product: hidden, sum: hidden }
}

const hiddenAt = ({ primal: { graph } }: Pass, node: NodeIndex): Value =>
  nested(shapeAt(graph, node), new Float64Array(entryCount(graph, node)).fill(Number.NaN))
