import type { Numbers, Primal } from '../autodiff/pass.ts'
import type { Sums } from '../autodiff/sweep.ts'
import { type Counts, total } from '../costs/counts.ts'
import { hessianVector } from '../costs/hessian.ts'
import { type MovingNumbers, moveNumbers } from '../costs/movingNumbers.ts'
import { type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { isClosed } from '../graph/operations.ts'
import { short } from '../notation/numbers.ts'
import { type Words, words } from './narration/voice.ts'

/** A Hessian-vector product as passes over the graph: v̇ along the direction, v̄ of the weights, then v̄̇. */
export interface SecondOrder {
  readonly tangents: Sums
  readonly adjoints: Sums
  /** What the adjoints change by along the direction. */
  readonly adjointTangents: Sums
  /** By edge between numbers: what the local partial changes by, ṗ. */
  readonly partialTangents: Omit<MovingNumbers, 'counts'>
  /** By input. */
  readonly product: Numbers
  /** Operations beside the primal pass with its partials. */
  readonly operations: { readonly all: number; readonly gradient: number }
}

export function secondOrder(primal: Primal, weights: Numbers, direction: Numbers): SecondOrder {
  const { tangent, adjoint, adjointTangents, product, counts } = hessianVector(primal, weights, direction)
  const { numbers, live } = moveNumbers(primal, tangent, adjoint)
  const count = (each: Counts) => total(each)
  return {
    ...{ tangents: sumsOf(tangent), adjoints: sumsOf(adjoint), adjointTangents, product },
    partialTangents: { numbers, live },
    operations: { all: count(counts.all), gradient: count(counts.adjoint) },
  }
}

const sumsOf = ({ numbers, present }: Sums): Sums => ({ numbers, present })

/** The nodes whose adjoint moves, in the order in which that becomes known. */
export function movedNodes({ size, offset }: Graph, { present }: Sums): NodeIndex[] {
  const isMoved = (node: NodeIndex) => present.subarray(offset[node], offset[node + 1]).includes(1)
  return Array.from({ length: size }, (_, i) => size - 1 - i).filter(isMoved)
}

/** What one edge gives: v̄̇·p, where the consumer's adjoint moves, and v̄·ṗ, where the local partial does; null where absent. */
export interface SecondTerm {
  readonly edge: EdgeIndex
  readonly consumer: NodeIndex
  readonly moved: { readonly adjointTangent: number; readonly partial: number } | null
  readonly bent: { readonly adjoint: number; readonly partialTangent: number } | null
}

/** The terms of a node: v̄̇ = Σ (v̄̇·p + v̄·ṗ) over consumer edges; null where an edge is between arrays, or into a closed module. */
export function secondTerms(primal: Primal, second: SecondOrder, node: NodeIndex): SecondTerm[] | null {
  const { graph, live, partials } = primal
  const { consumerEdge, firstConsumer, consumer, firstPartial, offset, plan } = graph
  const edges = Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
  if (edges.some((edge) => plan[consumer[edge]] !== PLAIN || isClosed(graph, consumer[edge]))) return null
  const { adjoints, adjointTangents, partialTangents } = second
  const at = (sums: Sums, edge: EdgeIndex) => sums.numbers[offset[consumer[edge]]]
  const has = (sums: Sums, edge: EdgeIndex) => sums.present[offset[consumer[edge]]] === 1
  return edges
    .filter((edge) => live[firstPartial[edge]])
    .map((edge) => ({
      ...{ edge, consumer: consumer[edge] },
      moved: has(adjointTangents, edge)
        ? { adjointTangent: at(adjointTangents, edge), partial: partials[firstPartial[edge]] }
        : null,
      bent: partialTangents.live[edge]
        ? { adjoint: at(adjoints, edge), partialTangent: partialTangents.numbers[edge] }
        : null,
    }))
    .filter(({ moved, bent }) => moved || bent)
}

/** What the step of a node's v̄̇ does, in one sentence. */
export const secondSentence = (primal: Primal, second: SecondOrder, node: NodeIndex): Words =>
  words(primal.graph, (voice) => {
    const terms = secondTerms(primal, second, node)
    const name = voice.node(node)
    if (!terms) return `The adjoint of ${name} moves along v: entries of v̄̇·p + v̄·ṗ come back from what reads it.`
    const sources = voice.nodes(terms.map(({ consumer }) => consumer))
    if (terms.every(({ moved }) => !moved))
      return `The adjoint of ${name} moves along v because the local partials do: v̄·ṗ from ${sources}.`
    if (terms.every(({ bent }) => !bent))
      return `The adjoint of ${name} moves along v because those of ${sources} do: v̄̇·p, the local partials stay.`
    return `The adjoint of ${name} moves along v with its consumers’ adjoints and with the local partials: v̄̇·p + v̄·ṗ from ${sources}.`
  })

/** A term with its numbers: `0.5·2 + 1·(−0.9)`. */
export function secondNumbers({ moved, bent }: SecondTerm): string {
  const product = (a: number, b: number) => `${short(a)}·${b < 0 ? `(${short(b)})` : short(b)}`
  return [
    ...(moved ? [product(moved.adjointTangent, moved.partial)] : []),
    ...(bent ? [product(bent.adjoint, bent.partialTangent)] : []),
  ].join(' + ')
}

export const secondSum = ({ moved, bent }: SecondTerm): number =>
  (moved ? moved.adjointTangent * moved.partial : 0) + (bent ? bent.adjoint * bent.partialTangent : 0)
