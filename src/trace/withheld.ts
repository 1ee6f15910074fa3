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

const hiddenIn = new WeakMap<Float64Array, ReadonlySet<NodeIndex>>()

/** Marks the numbers of a pass in which those of some nodes are hidden. */
export function hideNumbers(numbers: Float64Array, nodes: ReadonlySet<NodeIndex>): Float64Array {
  hiddenIn.set(numbers, nodes)
  return numbers
}

/** Whether the number that the pass gives the node is hidden; a number that is told may be NaN as well. */
export const isNumberHidden = ({ numbers }: Pick<Pass, 'numbers'>, node: NodeIndex): boolean =>
  hiddenIn.get(numbers)?.has(node) ?? false

export const isValueHidden = ({ values }: Primal, node: NodeIndex): boolean => isNumberHidden({ numbers: values }, node)

/** Whether all is told that leads to the number of a step: numbers, and the local partials between them. */
export function isStepTold(pass: Pass, node: NodeIndex): boolean {
  const { primal, kind } = pass
  if (!withheld.has(primal)) return true
  const { firstEdge, operand, consumer, consumerEdge, firstConsumer } = primal.graph
  const into = (each: NodeIndex) =>
    Array.from({ length: firstEdge[each + 1] - firstEdge[each] }, (_, i) => firstEdge[each] + i)
  const edges =
    kind === 'adjoint' ? Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])) : into(node)
  const ends = [node, ...edges.flatMap((edge) => [operand[edge], consumer[edge]])]
  const read = edges.flatMap((edge) => into(consumer[edge]).map((each) => operand[each]))
  return (
    (kind === 'primal' || !edges.some((edge) => isPartialHidden(primal, edge))) &&
    !ends.some((each) => isNumberHidden(pass, each)) &&
    ![...ends, ...read].some((each) => isValueHidden(primal, each))
  )
}

/** A term of a step whose number is hidden: its factors stand, what they come to does not. */
export function withoutProduct(pass: Pass, node: NodeIndex, { edge, source, partial, factor }: Term): Term {
  const hidden = hiddenAt(pass, node)
  return { edge, source, partial, factor, product: hidden, sum: hidden }
}

const hiddenAt = ({ primal: { graph } }: Pass, node: NodeIndex): Value =>
  nested(shapeAt(graph, node), new Float64Array(entryCount(graph, node)).fill(Number.NaN))
