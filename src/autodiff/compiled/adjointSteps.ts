import { type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import type { Nary } from '../../primitives/primitive.ts'
import type { Walk } from '../../primitives/wiring.ts'
import type { Adding, Draft } from './draft.ts'
import { number, ONE, read } from './expression.ts'
import { alwaysPasses, type Presence, visitsEachOnce } from './presence.ts'
import { Sequence } from './structure.ts'
import { foldAt, isOnTape, NOTHING, pullsOnTape, recordAt } from './valueSteps.ts'

/** Where arrays start, and how their entries are walked through. */
type Walks = readonly (readonly [number, Walk])[]

const STILL: Walk = { start: 0, strides: [] }
const BETWEEN_NUMBERS = { row: STILL, column: STILL, partial: STILL, factor: null }

/**
 * An adjoint pass that starts at one entry of a node, after a primal pass. The adjoints of inputs stand in their places;
 * those of numbers between are there until their terms have been handed on. If places are `reused` they then give theirs to
 * others, so that loops can hold them in registers, where what repeats in the graph reuses them evenly.
 */
export function adjointSteps(
  draft: Draft,
  output: NodeIndex,
  presence: readonly Presence[],
  reused: boolean,
): Sequence {
  const writer = new AdjointWriter(draft, presence, reused)
  writer.start(output)
  for (let node = draft.graph.size - 1; node >= 0; node--) writer.pull(node)
  return writer.sequence
}

class AdjointWriter {
  readonly sequence = new Sequence()
  readonly #draft: Draft
  readonly #presence: readonly Presence[]
  readonly #reused: boolean
  /** By node: 1 once a term may have come. */
  readonly #begun: Uint8Array
  /** By node that is a number between: where its adjoint is, while it is needed. */
  readonly #places = new Map<NodeIndex, number>()
  /** Places that are free again, the latest last. */
  readonly #free: number[] = []
  /** By node: 1 where the plain tape reads or writes the adjoint, which must be in its own place. */
  readonly #isOnTape: Uint8Array

  constructor(draft: Draft, presence: readonly Presence[], reused: boolean) {
    this.#draft = draft
    this.#presence = presence
    this.#reused = reused
    const { size, firstEdge, operand, op } = draft.graph
    this.#begun = new Uint8Array(size)
    this.#isOnTape = new Uint8Array(size)
    for (let node = 0; node < size; node++) {
      if (op[node] >= 0 && !pullsOnTape(draft.graph, node)) continue
      this.#isOnTape[node] = 1
      for (const source of operand.subarray(firstEdge[node], firstEdge[node + 1])) this.#isOnTape[source] = 1
    }
  }

  /** The seed. */
  start(output: NodeIndex): void {
    const varies = this.#presence[output] === 'varies'
    if (varies) this.#begin(output)
    this.#begun[output] = 1
    const { structures } = this.#draft
    const places = [this.#adjoint(output)]
    if (varies) places.push(this.#present(output))
    this.sequence.push(structures.step(ONE, 0, { marks: varies }), places)
  }

  /** The terms of a node, which has all of its own. */
  pull(node: NodeIndex): void {
    if (this.#presence[node] === 'never') return
    if (this.#presence[node] === 'varies') this.#settle(node)
    const { firstEdge, operand, varied } = this.#draft.graph
    const sources = operand.subarray(firstEdge[node], firstEdge[node + 1])
    const reaches = (source: NodeIndex) => varied[source] === 1 && this.#presence[source] !== 'never'
    if (pullsOnTape(this.#draft.graph, node)) {
      for (const source of sources) if (reaches(source)) this.#begin(source)
      this.sequence.push(this.#draft.structures.onTape('pull', node), [])
    } else
      for (let slot = 0; slot < sources.length; slot++)
        if (reaches(sources[slot])) this.#term(node, slot, sources[slot])
    const place = this.#places.get(node)
    if (place !== undefined && this.#reused) this.#free.push(place)
  }

  /** Where the adjoint of a node starts. */
  #adjoint(node: NodeIndex): number {
    const own = this.#draft.adjointOf(node)
    if (this.#isOnTape[node] || this.#presence[node] !== 'always' || this.#draft.entries(node) > 1) return own
    const known = this.#places.get(node)
    if (known !== undefined) return known
    const place = this.#free.pop() ?? own
    this.#places.set(node, place)
    return place
  }

  /** Before the first term: nothing is there. */
  #begin(node: NodeIndex): void {
    if (this.#begun[node]) return
    this.#begun[node] = 1
    const { structures } = this.#draft
    const entries = this.#draft.entries(node)
    this.#draft.fill(this.sequence, this.#adjoint(node), entries, NOTHING)
    if (this.#presence[node] === 'varies') this.sequence.push(structures.fill(entries), [this.#present(node)])
  }

  /** What is absent has the number 0. */
  #settle(node: NodeIndex): void {
    const step = this.#draft.structures.step(number(0), 0, { guards: 1, isRest: true })
    const places = [this.#adjoint(node), this.#present(node)]
    this.#draft.each(this.sequence, this.#draft.entries(node), step, places, [8, 1])
  }

  #present(node: NodeIndex): number {
    return this.#draft.layout.present + this.#draft.graph.offset[node]
  }

  /** ū += v̄·∂v/∂u along one edge. */
  #term(node: NodeIndex, slot: number, source: NodeIndex): void {
    const { graph, layout } = this.#draft
    const { firstEdge, firstPartial, plan, plans } = graph
    const wiring = plan[node] === PLAIN ? null : plans[plan[node]].wirings[slot]
    const { row, column, partial } = wiring ?? BETWEEN_NUMBERS
    const passes = alwaysPasses(operationOf(graph, node))
    const marks = this.#presence[source] === 'varies'
    const guarded = this.#presence[node] === 'varies'
    const isFirst = !this.#begun[source] && !marks && !guarded && passes
    const sets = isFirst && (wiring === null || visitsEachOnce(wiring, this.#draft.entries(source)))
    if (sets) this.#begun[source] = 1
    else this.#begin(source)
    const kept = firstPartial[firstEdge[node] + slot]
    const adding = { adds: !sets, guards: (guarded ? 1 : 0) + (passes ? 0 : 1), marks }
    const { structure, reads } = this.#partial(node, slot, adding)
    const numbers: Walks = [[this.#adjoint(source), column], [this.#adjoint(node), row], ...reads]
    const bytes: Walks = [
      ...(guarded ? ([[this.#present(node), row]] as const) : []),
      ...(passes ? [] : ([[layout.live + kept, partial]] as const)),
      ...(marks ? ([[this.#present(source), column]] as const) : []),
    ]
    this.#draft.loops(this.sequence, wiring?.extents ?? [], structure, [...numbers, ...bytes], bytes.length)
  }

  /** The step of a term, and what its partial reads. */
  #partial(node: NodeIndex, slot: number, adding: Adding): { readonly structure: number; readonly reads: Walks } {
    const draft = this.#draft
    const { graph, layout } = draft
    const { firstEdge, firstPartial, operand, plan, plans } = graph
    const here = plan[node] === PLAIN ? null : plans[plan[node]]
    const wiring = here?.wirings[slot] ?? BETWEEN_NUMBERS
    const valueAt = (operandSlot: number): number => draft.valueOf(operand[firstEdge[node] + operandSlot])
    const one = (place: number): { readonly structure: number; readonly reads: Walks } => ({
      structure: draft.term(read(0), [0], adding),
      reads: [[place, wiring.partial]],
    })
    if (isOnTape(graph, node) || foldAt(graph, node))
      return one(layout.partials + 8 * firstPartial[firstEdge[node] + slot])
    if (here?.kind === 'reduction') {
      const { partial } = operationOf(graph, node) as Nary
      const same = number(partial(0, new Array<number>(here.group).fill(0), 0))
      return { structure: draft.term(same, [], adding), reads: [] }
    }
    if (here && here.kind !== 'elementwise')
      return wiring.factor === null
        ? { structure: draft.term(ONE, [], adding), reads: [] }
        : one(valueAt(wiring.factor))
    const record = recordAt(graph, node)
    const { structure, reads } = draft.termStep(record, slot, adding)
    const walkOf = (place: number): readonly [number, Walk] =>
      place === record.arity
        ? [draft.valueOf(node), wiring.row]
        : [valueAt(place), here?.wirings[place].column ?? BETWEEN_NUMBERS.column]
    return { structure, reads: reads.map(walkOf) }
  }
}
