import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { evaluateNode, type Growing } from '../primal.ts'
import { pullNode, type Sums } from '../sweep.ts'
import { adjointSteps } from './adjointSteps.ts'
import { Draft } from './draft.ts'
import { fused } from './fused.ts'
import { presenceOf } from './presence.ts'
import { Records } from './records.ts'
import { rolled } from './rolled.ts'
import { layoutOf, type SlotLayout } from './slot.ts'
import { type Sequence, StructureTable } from './structure.ts'
import { foldAt, isOnTape, valueSteps } from './valueSteps.ts'
import { moduleOf } from './webAssembly/module.ts'
import { functionsOf } from './webAssembly/writer.ts'

/** The numbers of one gradient in the memory of a program, by entry, and its passes. */
export interface CompiledSlot {
  readonly values: Float64Array
  readonly adjoints: Float64Array
  /** The primal pass; gives the value of the output. */
  readonly evaluate: () => number
  /** The adjoint pass, after the primal pass. */
  readonly pull: () => void
}

/** The first memory has room for slots of so many bytes, or for one; browsers reserve gigabytes of addresses for each memory. */
const ROOM = 1 << 22
/** So each further one has twice the room, up to this: there are few, whatever the number of gradients. */
const MOST_ROOM = 1 << 28
const PAGE = 1 << 16

/** Calls of the plain tape come first among those that a module imports. */
const TAPE_CALLS = { evaluate: 0, pull: 1 }

/** The primal and the adjoint pass of one output in WebAssembly, for any number of gradients. */
export class CompiledProgram {
  readonly #graph: Graph
  readonly #layout: SlotLayout
  readonly #module: WebAssembly.Module
  readonly #called: readonly unknown[]
  /** By entry: 1 where the adjoint is there at every point. */
  readonly #present: Uint8Array
  #room: Room | null = null
  #next = ROOM

  /** Throws where the browser refuses WebAssembly, or the page’s policy does. */
  constructor(graph: Graph, output: NodeIndex) {
    const presence = presenceOf(graph, graph.offset[output])
    const records = new Records(Object.keys(TAPE_CALLS).length)
    const structures = new StructureTable()
    this.#graph = graph
    this.#layout = layoutOf(graph, keepsPartials(graph))
    const draft = new Draft(graph, this.#layout, records, structures)
    const short = (sequence: Sequence): Sequence => rolled(fused(sequence, structures), structures)
    const own = short(adjointSteps(draft, output, presence, false))
    const reusing = short(adjointSteps(draft, output, presence, true))
    // Reused unevenly, places keep what repeats from being loops, which are worth more.
    const adjoints = reusing.length <= own.length ? reusing : own
    const [evaluate, pull] = [short(valueSteps(draft)), adjoints].map((sequence) =>
      functionsOf(sequence, structures, TAPE_CALLS),
    )
    const called = records.called.map(({ arity }) => arity)
    this.#module = new WebAssembly.Module(moduleOf({ evaluate, pull, called, result: draft.valueOf(output) }))
    this.#called = records.called.map(({ run }) => run)
    this.#present = new Uint8Array(graph.offset[graph.size])
    for (const [node, each] of presence.entries())
      if (each === 'always') this.#present.fill(1, graph.offset[node], graph.offset[node + 1])
  }

  /** Room for the numbers of one gradient more; inputs and constants are to be written into its values. Throws where there is none. */
  slot(): CompiledSlot {
    const { bytes, values, adjoints, partials, live, present } = this.#layout
    if (!this.#room?.hasRoom(bytes)) {
      this.#room = new Room(this.#module, this.#called, Math.max(bytes, this.#next))
      this.#next = Math.min(2 * this.#next, MOST_ROOM)
    }
    const room = this.#room
    const graph = this.#graph
    const entries = graph.offset[graph.size]
    const kept = (live - partials) / 8
    const sums = { numbers: room.floats(adjoints, entries), present: room.bytes(present, entries) }
    sums.present.set(this.#present)
    const pass = { graph, values: room.floats(values, entries), partials: room.floats(partials, kept) }
    return room.take(bytes, { ...pass, live: room.bytes(live, kept), inside: new Map() }, sums)
  }
}

/** A memory, the functions that work in it, and the gradients that stand there. */
class Room {
  readonly #memory: WebAssembly.Memory
  readonly #functions: { readonly evaluate: (from: number) => number; readonly pull: (from: number) => void }
  /** By where they start. */
  readonly #passes = new Map<number, { readonly pass: Growing; readonly sums: Sums }>()
  #next = 0

  constructor(module: WebAssembly.Module, called: readonly unknown[], bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
    const at = (from: number) => this.#passes.get(from) as { pass: Growing; sums: Sums }
    const onTape = [
      (from: number, node: NodeIndex) => evaluateNode(node, at(from).pass),
      (from: number, node: NodeIndex) => pullNode(at(from).pass, node, at(from).sums),
    ]
    const imported = Object.fromEntries([...onTape, ...called].map((run, i) => [i, run]))
    const instance = new WebAssembly.Instance(module, { '': { ...imported, memory: this.#memory } as never })
    this.#functions = instance.exports as never
  }

  hasRoom(bytes: number): boolean {
    return this.#next + bytes <= this.#memory.buffer.byteLength
  }

  floats(place: number, length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, this.#next + place, length)
  }

  bytes(place: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, this.#next + place, length)
  }

  take(bytes: number, pass: Growing, sums: Sums): CompiledSlot {
    const from = this.#next
    this.#next += bytes
    this.#passes.set(from, { pass, sums })
    const { evaluate, pull } = this.#functions
    return {
      ...{ values: pass.values, adjoints: sums.numbers },
      ...{ evaluate: () => evaluate(from), pull: () => pull(from) },
    }
  }
}

const keepsPartials = (graph: Graph): boolean => {
  for (let node = 0; node < graph.size; node++) if (isOnTape(graph, node) || foldAt(graph, node)) return true
  return false
}
