import { isLive, pull, push, type Sums } from '../autodiff/sweep.ts'
import { type EdgeIndex, type NodeIndex, PLAIN, type Value } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { shapeAt, valueAt } from '../graph/nodes.ts'
import { entriesOf } from '../notation/numbers.ts'
import { nested } from '../primitives/value.ts'
import type { Pass, Term } from './pass.ts'
import { isNumberHidden, withoutProduct } from './withheld.ts'

/** The terms of a step, in the order in which they are added; in the primal pass, the operands that are read. */
export const termsOf = (pass: Pass, step: number): readonly Term[] => termsAt(pass, pass.steps[step])

const keptOf = memo((_: Pass) => new Map<NodeIndex, readonly Term[]>())

/** The terms that make up a node's number; those between arrays are computed once. */
export function termsAt(pass: Pass, node: NodeIndex): readonly Term[] {
  if (pass.kind === 'primal') return Array.from(edgesInto(pass, node), (edge) => reading(pass, edge))
  const terms = derivativeTerms(pass, node)
  return isNumberHidden(pass, node) ? terms.map((term) => withoutProduct(pass, node, term)) : terms
}

function derivativeTerms(pass: Pass, node: NodeIndex): readonly Term[] {
  if (pass.second) return pass.second.termsAt(node)
  if (isPlain(pass, node)) return plainTerms(pass, node)
  const ofPass = keptOf(pass)
  const terms = ofPass.get(node) ?? arrayTerms(pass, node)
  ofPass.set(node, terms)
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

function reading({ primal: { graph }, numbers }: Pass, edge: EdgeIndex): Term {
  const source = graph.operand[edge]
  const value = valueAt(graph, source, numbers)
  return { edge, source, partial: 1, factor: value, product: value, sum: value }
}

/** Whether all terms of the node are between numbers. */
function isPlain(pass: Pass, node: NodeIndex): boolean {
  const { plan, consumer } = pass.primal.graph
  for (const edge of edgesInto(pass, node)) if (plan[consumer[edge]] !== PLAIN) return false
  return true
}

function plainTerms(pass: Pass, node: NodeIndex): Term[] {
  const { primal, numbers, present } = pass
  const { offset, firstPartial } = primal.graph
  const terms: Term[] = []
  let sum = seedValue(pass, node) as number | null
  for (const edge of edgesInto(pass, node)) {
    const source = sourceOf(pass, edge)
    if (!primal.live[firstPartial[edge]] || !present[source]) continue
    const [partial, factor] = [primal.partials[firstPartial[edge]], numbers[offset[source]]]
    const product = partial * factor
    sum = sum === null ? product : sum + product
    terms.push({ edge, source, partial, factor, product, sum })
  }
  return terms
}

/** The edges that give the node anything, as terms. */
function arrayTerms(pass: Pass, node: NodeIndex): Term[] {
  const alone = without(pass, node)
  const edges = Array.from(edgesInto(pass, node)).filter((edge) => {
    if (!pass.present[sourceOf(pass, edge)] || !isLive(pass.primal, edge)) return false
    clear(pass, node, alone)
    addTerm(pass, edge, alone)
    return hasAny(pass, node, alone)
  })
  return edges.map((_, place) => new ArrayTerm(pass, node, edges, place))
}

/**
 * A term whose arrays are computed when asked for: the product is what its edge adds to nothing; the sum is what the edges
 * so far add up to as the pass adds them, so that the last one is the node's number to the last bit.
 */
class ArrayTerm implements Term {
  readonly edge: EdgeIndex
  readonly source: NodeIndex
  readonly partial: number | null
  readonly #pass: Pass
  readonly #node: NodeIndex
  readonly #edges: readonly EdgeIndex[]
  readonly #place: number
  #factor: Value | undefined
  #product: Value | undefined
  #sum: Value | undefined

  constructor(pass: Pass, node: NodeIndex, edges: readonly EdgeIndex[], place: number) {
    const { graph, partials } = pass.primal
    this.edge = edges[place]
    this.source = sourceOf(pass, this.edge)
    this.partial = graph.plan[graph.consumer[this.edge]] === PLAIN ? partials[graph.firstPartial[this.edge]] : null
    this.#pass = pass
    this.#node = node
    this.#edges = edges
    this.#place = place
  }

  get factor(): Value {
    this.#factor ??= valueAt(this.#pass.primal.graph, this.source, this.#pass.numbers)
    return this.#factor
  }

  get product(): Value {
    this.#product ??= this.#added([this.edge], without(this.#pass, this.#node))
    return this.#product
  }

  get sum(): Value {
    this.#sum ??= this.#added(this.#edges.slice(0, this.#place + 1), seedOnly(this.#pass, this.#node))
    return this.#sum
  }

  #added(edges: readonly EdgeIndex[], sums: Sums): Value {
    for (const edge of edges) addTerm(this.#pass, edge, sums)
    return valueAt(this.#pass.primal.graph, this.#node, sums.numbers)
  }
}

/** The numbers of the pass as they were before the node had any. */
function without(pass: Pass, node: NodeIndex): Sums {
  const sums = { numbers: pass.numbers.slice(), present: pass.presentEntries.slice() }
  clear(pass, node, sums)
  return sums
}

/** The same, but for what the node is seeded with. */
function seedOnly(pass: Pass, node: NodeIndex): Sums {
  const sums = without(pass, node)
  addSeed(pass, node, sums)
  return sums
}

function clear({ primal: { graph } }: Pass, node: NodeIndex, { numbers, present }: Sums): void {
  numbers.fill(0, graph.offset[node], graph.offset[node + 1])
  present.fill(0, graph.offset[node], graph.offset[node + 1])
}

const addTerm = ({ kind, primal }: Pass, edge: EdgeIndex, sums: Sums): void =>
  (kind === 'tangent' ? push : pull)(primal, edge, sums)

const hasAny = ({ primal: { graph } }: Pass, node: NodeIndex, { present }: Sums): boolean =>
  present.subarray(graph.offset[node], graph.offset[node + 1]).includes(1)

/** What the seed puts into the node before any term is added; null where nothing is seeded. */
export function seedValue(pass: Pass, node: NodeIndex): Value | null {
  const { graph } = pass.primal
  if (pass.kind === 'primal' || !pass.present[node]) return null
  const count = graph.offset[node + 1] - graph.offset[node]
  const sums = { numbers: new Float64Array(count), present: new Uint8Array(count) }
  return addSeed(pass, node, sums, 0) ? nested(shapeAt(graph, node), sums.numbers) : null
}

/** Adds the seed to the node's entries, which start at `from`; says whether there is any. */
function addSeed({ sweep, primal: { graph } }: Pass, node: NodeIndex, sums: Sums, from = graph.offset[node]): boolean {
  if (sweep.kind === 'primal') return false
  let isSeeded = false
  for (const { name, node: end } of sweep.kind === 'tangent' ? graph.inputs : graph.outputs) {
    if (end !== node || !Object.hasOwn(sweep.seed, name)) continue
    for (const [i, number] of entriesOf(sweep.seed[name]).entries()) {
      if (number === 0) continue
      sums.numbers[from + i] += number
      sums.present[from + i] = 1
      isSeeded = true
    }
  }
  return isSeeded
}

/** The sum after each summand: the seed if there is one, then each term. The last one is the node's number, to the last bit. */
export const runningSums = (seed: Value | null, terms: readonly Term[]): Value[] => [
  ...(seed === null ? [] : [seed]),
  ...terms.map(({ sum }) => sum),
]
