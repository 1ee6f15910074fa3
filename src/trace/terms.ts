import type { EdgeIndex, NodeIndex } from '../graph/graph.ts'
import type { Pass, Term } from './pass.ts'

/** The terms of a step, in the order in which they are added; in the primal pass, the operands that are read. */
export const termsOf = (pass: Pass, step: number): Term[] => termsAt(pass, pass.steps[step])

/** The terms that make up a node's number. */
export function termsAt(pass: Pass, node: NodeIndex): Term[] {
  const { primal, present } = pass
  const terms: Term[] = []
  for (const edge of edgesInto(pass, node)) {
    const source = sourceOf(pass, edge)
    if (pass.kind === 'primal' || (primal.live[edge] && present[source])) terms.push(termAlong(pass, edge))
  }
  return terms
}

/** Edges along which a node could be given a term, in the order of addition: to its operands, or to its consumers. */
export function edgesInto({ kind, primal: { graph } }: Pass, node: NodeIndex): Iterable<EdgeIndex> {
  if (kind === 'adjoint') return graph.consumerEdge.subarray(graph.firstConsumer[node], graph.firstConsumer[node + 1])
  return range(graph.firstEdge[node], graph.firstEdge[node + 1])
}

function* range(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i
}

/** Where a term along the edge comes from. */
export const sourceOf = ({ kind, primal: { graph } }: Pass, edge: EdgeIndex): NodeIndex =>
  kind === 'adjoint' ? graph.consumer[edge] : graph.operand[edge]

function termAlong(pass: Pass, edge: EdgeIndex): Term {
  const source = sourceOf(pass, edge)
  const factor = pass.numbers[source]
  const partial = pass.kind === 'primal' ? 1 : pass.primal.partials[edge]
  return { edge, source, partial, factor, product: partial * factor }
}

/** What the seed puts into the node before any term is added; null where nothing is seeded. */
export function seedAt({ sweep, present }: Pass, node: NodeIndex): number | null {
  if (sweep.kind === 'primal' || !present[node]) return null
  const { seed, kind, primal } = sweep
  let sum: number | null = null
  for (const seeded of kind === 'tangent' ? primal.graph.inputs : primal.graph.outputs)
    if (seeded.node === node && Object.hasOwn(seed, seeded.name) && seed[seeded.name] !== 0)
      sum = (sum ?? 0) + seed[seeded.name]
  return sum
}

/** The sum after each summand: the seed if there is one, then each term. The last one is the node's number, to the last bit. */
export function runningSums(seed: number | null, terms: readonly Term[]): number[] {
  const sums: number[] = seed === null ? [] : [seed]
  for (const { product } of terms) sums.push(sums.length > 0 ? sums[sums.length - 1] + product : product)
  return sums
}
