import { moveAlongEdge } from '../autodiff/second/adjointTangents.ts'
import type { ForwardOverReverse } from '../autodiff/second/hessian.ts'
import type { Sums } from '../autodiff/sweep.ts'
import { type EdgeIndex, type NodeIndex, PLAIN, type Value } from '../graph/graph.ts'
import { entryCount, shapeAt, valueAt } from '../graph/nodes.ts'
import { isClosed } from '../graph/operations.ts'
import { short } from '../notation/numbers.ts'
import { nested } from '../primitives/value.ts'
import type { SecondTerm } from './pass.ts'

/** The terms of a node's v̄̇ in the order in which they are added: v̄̇ = Σ (v̄̇·p + v̄·ṗ) over consumer edges. */
export function secondTermsAt(second: ForwardOverReverse, gives: Uint8Array, node: NodeIndex): SecondTerm[] {
  const { graph } = second.primal
  const { consumerEdge, firstConsumer } = graph
  const edges = Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
  const nothing = noEntries(entryCount(graph, node))
  let sum = nothing
  return edges
    .filter((edge) => gives[edge])
    .map((edge) => {
      sum = addedAlong(second, edge, sum)
      return termAlong(second, edge, nothing, sum)
    })
}

function termAlong(second: ForwardOverReverse, edge: EdgeIndex, nothing: Sums, sum: Sums): SecondTerm {
  const { adjoint, adjointTangents } = second
  const { graph } = second.primal
  const [source, node] = [graph.consumer[edge], graph.operand[edge]]
  const { partial, partialTangent } = partialsAlong(second, edge)
  const isBent = addedAlong(second, edge, nothing, true).present.includes(1)
  const valued = ({ numbers }: Sums): Value => nested(shapeAt(graph, node), numbers)
  const term = {
    ...{ edge, source, partial },
    factor: valueAt(graph, source, adjointTangents.numbers),
    product: valued(addedAlong(second, edge, nothing)),
    sum: valued(sum),
    moved: cut(adjointTangents, ...entriesOf(second, source)).present.includes(1),
    bent: isBent ? { adjoint: valueAt(graph, source, adjoint.numbers), partialTangent } : null,
  }
  return { ...term, text: textOf(term) }
}

/** p and ṗ of an edge between numbers; null between arrays, and where a closed module has moved them. */
function partialsAlong({ primal, met }: ForwardOverReverse, edge: EdgeIndex) {
  const { graph, partials } = primal
  const node = graph.consumer[edge]
  if (graph.plan[node] !== PLAIN) return { partial: null, partialTangent: null }
  return {
    partial: partials[graph.firstPartial[edge]],
    partialTangent: isClosed(graph, node) ? null : met.scalars.numbers[edge],
  }
}

/** The operand's entries with what the edge adds to them; v̄·ṗ alone where the consumer's adjoint is to stay. */
function addedAlong(second: ForwardOverReverse, edge: EdgeIndex, start: Sums, stays = false): Sums {
  const { primal, adjointTangents: moving } = second
  const { consumer, operand } = primal.graph
  const [at, source] = [entriesOf(second, operand[edge]), entriesOf(second, consumer[edge])]
  const [kept, keptSource] = [cut(moving, ...at), cut(moving, ...source)]
  paste(start, moving, at[0])
  if (stays) paste(noEntries(source[1] - source[0]), moving, source[0])
  moveAlongEdge(second, edge)
  const added = cut(moving, ...at)
  paste(kept, moving, at[0])
  paste(keptSource, moving, source[0])
  return added
}

const noEntries = (count: number): Sums => ({ numbers: new Float64Array(count), present: new Uint8Array(count) })

const entriesOf = ({ primal }: ForwardOverReverse, node: NodeIndex): [number, number] => {
  const { offset } = primal.graph
  return [offset[node], offset[node + 1]]
}

const cut = ({ numbers, present }: Sums, from: number, to: number): Sums => ({
  numbers: numbers.slice(from, to),
  present: present.slice(from, to),
})

function paste({ numbers, present }: Sums, into: Sums, from: number): void {
  into.numbers.set(numbers, from)
  into.present.set(present, from)
}

/** Letters that an edge has room for. */
const LONGEST_LABEL = 22

function textOf({ moved, bent, partial, factor }: Omit<SecondTerm, 'text'>): string {
  if (partial === null || bent?.partialTangent === null) return ''
  const parts = [
    ...(moved ? [times(factor, partial)] : []),
    ...(bent ? [times(bent.adjoint, bent.partialTangent)] : []),
  ]
  const text = parts.join(' + ')
  return text.length <= LONGEST_LABEL ? text : ''
}

const times = (a: Value, b: number): string => `${short(a)}·${b < 0 ? `(${short(b)})` : short(b)}`
