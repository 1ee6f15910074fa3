import { valueAt } from '../autodiff/point.ts'
import type { Sums } from '../autodiff/sweep.ts'
import { moveAlongEdge } from '../costs/adjointTangents.ts'
import type { SecondOrder } from '../costs/hessian.ts'
import { type EdgeIndex, type NodeIndex, PLAIN, type Value } from '../graph/graph.ts'
import { isClosed } from '../graph/operations.ts'
import { short } from '../notation/numbers.ts'
import type { SecondTerm } from './pass.ts'

/** The terms of a node's v̄̇ in the order in which they are added: v̄̇ = Σ (v̄̇·p + v̄·ṗ) over consumer edges. */
export function secondTermsAt(second: SecondOrder, node: NodeIndex): SecondTerm[] {
  const { consumerEdge, firstConsumer } = second.tangent.primal.graph
  const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
  const sums = without(second.adjointTangents, second, node)
  return Array.from(edges)
    .filter((edge) => second.moved.gives[edge])
    .map((edge) => termAlong(second, edge, sums))
}

/** Adds the edge's part to the sums so far. */
function termAlong(second: SecondOrder, edge: EdgeIndex, sums: Sums): SecondTerm {
  const { tangent, adjoint, adjointTangents } = second
  const { graph } = tangent.primal
  const [source, node] = [graph.consumer[edge], graph.operand[edge]]
  const alone = without(adjointTangents, second, node)
  add(second, edge, alone)
  add(second, edge, sums)
  const { partial, partialTangent } = partialsAlong(second, edge)
  const bent = without(without(adjointTangents, second, node), second, source)
  add(second, edge, bent)
  const term = {
    ...{ edge, source, partial },
    factor: at(second, source, adjointTangents),
    product: at(second, node, alone),
    sum: at(second, node, sums),
    moved: hasAny(second, source, adjointTangents),
    bent: hasAny(second, node, bent) ? { adjoint: at(second, source, adjoint), partialTangent } : null,
  }
  return { ...term, text: textOf(term) }
}

/** Letters that an edge has room for. */
const LONGEST = 22

function textOf({ moved, bent, partial, factor }: Omit<SecondTerm, 'text'>): string {
  if (partial === null || bent?.partialTangent === null) return ''
  const parts = [
    ...(moved ? [times(factor, partial)] : []),
    ...(bent ? [times(bent.adjoint, bent.partialTangent)] : []),
  ]
  const text = parts.join(' + ')
  return text.length <= LONGEST ? text : ''
}

const times = (a: Value, b: number): string => `${short(a)}·${b < 0 ? `(${short(b)})` : short(b)}`

/** p and ṗ of an edge between numbers; null between arrays, and where a closed module has moved them. */
function partialsAlong({ tangent: { primal }, moved }: SecondOrder, edge: EdgeIndex) {
  const { graph, partials } = primal
  const node = graph.consumer[edge]
  if (graph.plan[node] !== PLAIN) return { partial: null, partialTangent: null }
  return {
    partial: partials[graph.firstPartial[edge]],
    partialTangent: isClosed(graph, node) ? null : moved.partials.numbers[edge],
  }
}

const add = ({ tangent, adjoint, moved: { partials } }: SecondOrder, edge: EdgeIndex, moving: Sums): void =>
  moveAlongEdge({ primal: tangent.primal, tangents: tangent, adjoints: adjoint, moving, partials }, edge)

/** The sums as they were before the node had any. */
function without({ numbers, present }: Sums, { tangent: { primal } }: SecondOrder, node: NodeIndex): Sums {
  const { offset } = primal.graph
  return {
    numbers: numbers.slice().fill(0, offset[node], offset[node + 1]),
    present: present.slice().fill(0, offset[node], offset[node + 1]),
  }
}

const at = ({ tangent: { primal } }: SecondOrder, node: NodeIndex, { numbers }: Sums): Value =>
  valueAt(primal.graph, node, numbers)

const hasAny = ({ tangent: { primal } }: SecondOrder, node: NodeIndex, { present }: Sums): boolean =>
  present.subarray(primal.graph.offset[node], primal.graph.offset[node + 1]).includes(1)
