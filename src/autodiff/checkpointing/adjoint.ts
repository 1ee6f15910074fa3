import type { NodeIndex } from '../../graph/graph.ts'
import { computed } from '../../graph/nodes.ts'
import type { Numbers, Primal } from '../pass.ts'
import { evaluateNode, type Growing } from '../primal.ts'
import { seeded } from '../seeds.ts'
import { isLive, pull, type Sums } from '../sweep.ts'
import type { Checkpointing } from './schedule.ts'

/** One adjoint pass by a schedule: of the primal pass only the inputs and constants are used, and what is not stored is lost. */
export function checkpointedAdjoint(primal: Primal, plan: Checkpointing, seed: Readonly<Numbers>): Sums {
  const sums = seeded(primal, 'reverse', seed)
  const work = new Workplace(primal, plan)
  for (const action of plan.actions)
    if (action.kind === 'advance') work.advance(action.from, action.to)
    else if (action.kind === 'store') work.store(action.at)
    else if (action.kind === 'restore') work.restore(action.at)
    else if (action.kind === 'free') work.free(action.at)
    else work.reverse(action.step, sums)
  return sums
}

/** The values that are there at the moment, and the states that are stored. */
class Workplace {
  readonly #plan: Checkpointing
  readonly #pass: Growing & Primal
  readonly #stored = new Map<number, Float64Array[]>()
  /** The nodes whose values are there. */
  #known: readonly NodeIndex[]

  constructor({ graph, values, outputs }: Primal, plan: Checkpointing) {
    const kept = graph.firstPartial[graph.operand.length]
    const arrays = { values: values.slice(), partials: new Float64Array(kept), live: new Uint8Array(kept) }
    this.#pass = { kind: 'primal', graph, ...arrays, inside: new Map(), outputs }
    this.#plan = plan
    this.#known = computed(graph)
    this.#stored.set(0, [])
    this.#forget()
  }

  advance(from: number, to: number): void {
    const run = this.#plan.blocks.nodes.slice(from, to).flat()
    for (const node of run) evaluateNode(node, this.#pass)
    this.#known = [...this.#known, ...run]
    this.store(to)
    this.restore(to)
    this.free(to)
  }

  store(at: number): void {
    const { values, graph } = this.#pass
    const copies = this.#plan.blocks.state[at].map((node) => values.slice(graph.offset[node], graph.offset[node + 1]))
    this.#stored.set(at, copies)
  }

  /** All values but those of the state are lost. */
  restore(at: number): void {
    const { values, graph } = this.#pass
    const copies = this.#stored.get(at) as Float64Array[]
    this.#forget()
    this.#known = this.#plan.blocks.state[at]
    for (const [i, node] of this.#known.entries()) values.set(copies[i], graph.offset[node])
  }

  free(at: number): void {
    this.#stored.delete(at)
  }

  /** A block's values and partials, and then the terms of its nodes, the last first. */
  reverse(block: number, sums: Sums): void {
    const pass = this.#pass
    const { firstEdge } = pass.graph
    const nodes = this.#plan.blocks.nodes[block]
    for (const node of nodes) evaluateNode(node, pass)
    this.#known = [...this.#known, ...nodes]
    for (const node of nodes.toReversed())
      for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
        if (isLive(pass, edge)) pull(pass, edge, sums)
  }

  #forget(): void {
    const { values, graph } = this.#pass
    for (const node of this.#known) values.fill(Number.NaN, graph.offset[node], graph.offset[node + 1])
    this.#known = []
  }
}
