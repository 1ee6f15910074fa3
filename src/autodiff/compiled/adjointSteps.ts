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

/** An adjoint pass that starts at one entry of a node, after a primal pass. */
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

  constructor(draft: Draft, presence: readonly Presence[]) {
    this.#draft = draft
    this.#presence = presence
    this.#begun = new Uint8Array(draft.graph.size)
  }

  /** The seed. */
  start(output: NodeIndex): void {
    const varies = this.#presence[output] === 'varies'
    if (varies) this.#begin(output)
    this.#begun[output] = 1
    const { structures } = this.#draft
    const places = [this.#draft.adjointOf(output)]
    if (varies) places.push(this.#present(output))
    this.sequence.push(structures.step(ONE, 0, { marks: varies }), places)
  }

  /** The terms of a node, which has all of its own. */
  pull(node: NodeIndex): void {
    const { graph, structures } = this.#draft
    if (this.#presence[node] === 'never') return
    if (this.#presence[node] === 'varies') this.#settle(node)
    if (graph.op[node] < 0) return
    const { plan, plans, firstEdge, operand, varied } = graph
    const isTabled =
      plan[node] >= 0 && plans[plan[node]].wirings.some((w) => w.row.table || w.column.table || w.partial.table)
    if (plan[node] === WITHIN || isTabled) {
      for (const source of operand.subarray(firstEdge[node], firstEdge[node + 1]))
        if (varied[source] && this.#presence[source] !== 'never') this.#begin(source)
      this.sequence.push(structures.onTape('pull', node), [])
      return
    }
    for (let slot = 0; slot < firstEdge[node + 1] - firstEdge[node]; slot++) {
      const source = operand[firstEdge[node] + slot]
      if (varied[source] && this.#presence[source] !== 'never') this.#term(node, slot, source)
    }
  }

  /** Before the first term: nothing is there. */
  #begin(node: NodeIndex): void {
    if (this.#begun[node]) return
    this.#begun[node] = 1
    const { structures } = this.#draft
    const entries = this.#draft.entries(node)
    this.#draft.fill(this.sequence, this.#draft.adjointOf(node), entries, NOTHING)
    if (this.#presence[node] === 'varies') this.sequence.push(structures.fill(entries), [this.#present(node)])
  }

  /** What is absent has the number 0. */
  #settle(node: NodeIndex): void {
    const step = this.#draft.structures.step(number(0), 0, { guards: 1, isRest: true })
    const places = [this.#draft.adjointOf(node), this.#present(node)]
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
      [draft.adjointOf(source), column],
      [draft.adjointOf(node), row],
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
