import { type NodeIndex, PLAIN, WITHIN } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import type { Nary } from '../../primitives/primitive.ts'
import type { Walk } from '../../primitives/wiring.ts'
import type { Draft } from './draft.ts'
import { number, ONE, read } from './expression.ts'
import { alwaysPasses, type Presence, visitsEachOnce } from './presence.ts'
import { Sequence } from './structure.ts'
import { isOnTape, NOTHING, recordAt } from './valueSteps.ts'

const STILL: Walk = { start: 0, strides: [] }

/**
 * An adjoint pass that starts at one entry of a node, after a primal pass. The adjoints of inputs stand in their places;
 * those of numbers between are there until their terms have been handed on, and then give their place to others, so that
 * what repeats in the graph uses few places again and again.
 */
export function adjointSteps(draft: Draft, output: NodeIndex, presence: readonly Presence[]): Sequence {
  const writer = new AdjointWriter(draft, presence)
  writer.start(output)
  for (let node = draft.graph.size - 1; node >= 0; node--) writer.pull(node)
  return writer.sequence
}

class AdjointWriter {
  readonly sequence = new Sequence()
  readonly #draft: Draft
  readonly #presence: readonly Presence[]
  /** By node: 1 once a term may have come. */
  readonly #begun: Uint8Array
  /** By node that is a number between: where its adjoint is, while it is needed. */
  readonly #places = new Map<NodeIndex, number>()
  /** Places that are free again, the latest last. */
  readonly #free: number[] = []
  /** By node: 1 where the plain tape reads or writes the adjoint, which must be in its own place. */
  readonly #isOnTape: Uint8Array

  constructor(draft: Draft, presence: readonly Presence[]) {
    this.#draft = draft
    this.#presence = presence
    const { size, firstEdge, operand, op } = draft.graph
    this.#begun = new Uint8Array(size)
    this.#isOnTape = new Uint8Array(size)
    for (let node = 0; node < size; node++) {
      if (op[node] >= 0 && !this.#pullsOnTape(node)) continue
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
    if (this.#pullsOnTape(node)) {
      for (const source of sources) if (reaches(source)) this.#begin(source)
      this.sequence.push(this.#draft.structures.onTape('pull', node), [])
    } else
      for (let slot = 0; slot < sources.length; slot++)
        if (reaches(sources[slot])) this.#term(node, slot, sources[slot])
    const place = this.#places.get(node)
    if (place !== undefined) this.#free.push(place)
  }

  #pullsOnTape(node: NodeIndex): boolean {
    const { plan, plans } = this.#draft.graph
    if (plan[node] === PLAIN) return false
    return (
      plan[node] === WITHIN || plans[plan[node]].wirings.some((w) => w.row.table || w.column.table || w.partial.table)
    )
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
    const entries = this.#draft.entries(node)
    this.sequence.push(entries === 1 ? step : this.#draft.structures.loop(entries, [step], [8, 1]), places)
  }

  #present(node: NodeIndex): number {
    return this.#draft.layout.present + this.#draft.graph.offset[node]
  }

  /** ū += v̄·∂v/∂u along one edge. */
  #term(node: NodeIndex, slot: number, source: NodeIndex): void {
    const draft = this.#draft
    const { graph, layout } = draft
    const { firstEdge, firstPartial, operand, plan, plans } = graph
    const wiring = plan[node] === PLAIN ? null : plans[plan[node]].wirings[slot]
    const operation = operationOf(graph, node)
    const passes = alwaysPasses(operation)
    const marks = this.#presence[source] === 'varies'
    const guarded = this.#presence[node] === 'varies'
    const entries = draft.entries(source)
    const isFirst = !this.#begun[source] && !marks && !guarded && passes
    const sets = isFirst && (wiring === null || visitsEachOnce(wiring, entries))
    if (sets) this.#begun[source] = 1
    else this.#begin(source)
    const adding = { adds: !sets, guards: (guarded ? 1 : 0) + (passes ? 0 : 1), marks }
    const row = wiring?.row ?? STILL
    const column = wiring?.column ?? STILL
    const kept = firstPartial[firstEdge[node] + slot]
    const numbers: [number, Walk][] = [
      [this.#adjoint(source), column],
      [this.#adjoint(node), row],
    ]
    let structure: number
    const isKept = isOnTape(graph, node)
    if (isKept) {
      structure = draft.term(read(0), [0], adding)
      numbers.push([layout.partials + 8 * kept, wiring?.partial ?? STILL])
    } else if (wiring && plans[plan[node]].kind === 'reduction') {
      const { partial } = operation as Nary
      const entries = new Array<number>(plans[plan[node]].group).fill(0)
      structure = draft.term(number(partial(0, entries, 0)), [], adding)
    } else if (wiring && operation && isArrayPrimitive(operation)) {
      if (wiring.factor === null) structure = draft.term(ONE, [], adding)
      else {
        structure = draft.term(read(0), [0], adding)
        numbers.push([draft.valueOf(operand[firstEdge[node] + wiring.factor]), wiring.partial])
      }
    } else {
      const record = recordAt(graph, node)
      const made = draft.termStep(record, slot, adding)
      structure = made.structure
      for (const place of made.reads)
        if (place === record.arity) numbers.push([draft.valueOf(node), row])
        else {
          const read = plan[node] === PLAIN ? STILL : plans[plan[node]].wirings[place].column
          numbers.push([draft.valueOf(operand[firstEdge[node] + place]), read])
        }
    }
    const bytes: [number, Walk][] = []
    if (guarded) bytes.push([this.#present(node), row])
    if (!passes) bytes.push([layout.live + kept, wiring?.partial ?? STILL])
    if (marks) bytes.push([this.#present(source), column])
    draft.loops(this.sequence, wiring?.extents ?? [], structure, [...numbers, ...bytes], bytes.length)
  }
}
