import { isLive, noSums, pull, push, type Sums } from '../../../autodiff/sweep.ts'
import type { EdgeIndex, Graph, NodeIndex, Shape } from '../../../graph/graph.ts'
import { shapeAt } from '../../../graph/nodes.ts'
import { entriesOf } from '../../../notation/numbers.ts'
import { sameShape } from '../../../primitives/shape.ts'
import type { Tensor } from '../../../primitives/value.ts'
import type { Pass } from '../../../trace/pass.ts'
import { termsAt } from '../../../trace/terms.ts'
import type { NumberSlip } from '../key.ts'
import { type NodeOrEntry, nameAt } from '../places.ts'
import { edgesRead } from '../readers.ts'

/** One summand of an adjoint or a tangent: factor × local partial, along an edge. */
export interface Contribution {
  readonly edge: EdgeIndex
  /** Where the factor comes from: a consumer (adjoint) or an operand (tangent). */
  readonly source: NodeIndex
  readonly factor: readonly number[]
  readonly product: readonly number[]
}

/** The sum that makes up a node’s adjoint or tangent, and what may go wrong in it. */
export class SumAt {
  readonly pass: Pass
  readonly graph: Graph
  readonly place: NodeOrEntry
  readonly shape: Shape
  readonly numbers: readonly number[]
  readonly terms: readonly Contribution[]

  constructor(pass: Pass, place: NodeOrEntry) {
    this.pass = pass
    this.graph = pass.primal.graph
    this.place = place
    this.shape = shapeAt(this.graph, place.node)
    this.numbers = this.ofPass(place.node)
    this.terms = termsAt(pass, place.node).map(({ edge, source, factor, product }) => ({
      ...{ edge, source, factor: entriesOf(factor), product: entriesOf(product) },
    }))
  }

  get isAdjoint(): boolean {
    return this.pass.kind === 'adjoint'
  }

  /** `adjoint` or `tangent`. */
  get word(): string {
    return this.pass.kind
  }

  get name(): string {
    return this.place.entry === null ? nameAt(this.graph, this.place.node) : this.place.name
  }

  nameOf(node: NodeIndex): string {
    return nameAt(this.graph, node)
  }

  values(node: NodeIndex): readonly number[] {
    return this.#entries(this.pass.primal.values, node)
  }

  ofPass(node: NodeIndex): readonly number[] {
    return this.#entries(this.pass.numbers, node)
  }

  shapeOf(node: NodeIndex): Shape {
    return shapeAt(this.graph, node)
  }

  /** The edges of the operation that a contribution comes through, its own included. */
  edgesBeside({ edge }: Contribution): EdgeIndex[] {
    return edgesRead(this.graph, this.graph.consumer[edge])
  }

  /** What an edge makes of other numbers at its source: partial × number, summed as the pass sums. Null where nothing passes. */
  through(edge: EdgeIndex, numbers: readonly number[]): readonly number[] | null {
    return this.#carried(edge, numbers, this.isAdjoint)
  }

  /** What an edge makes of tangents at its operand. */
  along(edge: EdgeIndex, tangents: readonly number[]): readonly number[] | null {
    return this.#carried(edge, tangents, false)
  }

  #carried(edge: EdgeIndex, numbers: readonly number[], isBack: boolean): readonly number[] | null {
    const { consumer, operand, offset } = this.graph
    const [from, to] = isBack ? [consumer[edge], operand[edge]] : [operand[edge], consumer[edge]]
    if (!isLive(this.pass.primal, edge) || numbers.length !== offset[from + 1] - offset[from]) return null
    const sums: Sums = noSums(this.pass.primal)
    sums.numbers.set(numbers, offset[from])
    sums.present.fill(1, offset[from], offset[from + 1])
    if (isBack) pull(this.pass.primal, edge, sums)
    else push(this.pass.primal, edge, sums)
    return this.#entries(sums.numbers, to)
  }

  /** A wrong sum as an answer: of the shape of the node, of which an entry may be asked for; else of a shape of its own. */
  *wrong(numbers: readonly number[] | null, slip: string, shape: Shape = this.shape): Generator<NumberSlip> {
    if (!numbers?.every(Number.isFinite)) return
    const answer = this.#picked(numbers, shape)
    if (answer) yield { answer, slip }
  }

  /** The sum with other numbers in place of one contribution. */
  *replaced({ product }: Contribution, by: readonly number[] | null, slip: string): Generator<NumberSlip> {
    if (by && by.length === product.length)
      yield* this.wrong(
        this.numbers.map((x, i) => x - product[i] + by[i]),
        slip,
      )
  }

  #picked(numbers: readonly number[], shape: Shape): Tensor | null {
    const { entry } = this.place
    if (entry === null) return { shape, entries: Float64Array.from(numbers) }
    return sameShape(shape, this.shape) ? { shape: [], entries: Float64Array.of(numbers[entry]) } : null
  }

  #entries(numbers: Float64Array, node: NodeIndex): readonly number[] {
    const { offset } = this.graph
    return Array.from(numbers.subarray(offset[node], offset[node + 1]))
  }
}

export const ones = (like: readonly number[]): number[] => like.map(() => 1)
export const times = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x * b[i])
export const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x + b[i])
export const scaledBy = (factor: number, a: readonly number[]): number[] => a.map((x) => factor * x)
