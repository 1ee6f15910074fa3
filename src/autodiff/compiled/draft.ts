import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import type { Walk } from '../../primitives/wiring.ts'
import { type CompiledExpression, F64, operation, read, readsOf, replaced } from './expression.ts'
import type { Direct, Records } from './records.ts'
import type { SlotLayout } from './slot.ts'
import type { Sequence, StructureTable } from './structure.ts'

/** How a term is added: to what is there, as far as bytes say that it is there, with a byte that says so from then on. */
export interface Adding {
  readonly adds: boolean
  readonly guards?: number
  readonly marks?: boolean
}

/** A step for the term of an edge: which of the operands' numbers and the value it reads after the adjoint. */
interface TermStep {
  readonly structure: number
  readonly reads: readonly number[]
}

/** A step in loops: where the arrays of its places start, and how they are walked through. */
interface NestStep {
  readonly step: number
  readonly walks: readonly (readonly [number, Walk])[]
  /** How many of its places, the last ones, are bytes. */
  readonly bytes?: number
}

/** A program while it is being written. */
export class Draft {
  readonly graph: Graph
  readonly layout: SlotLayout
  readonly records: Records
  readonly structures: StructureTable
  readonly #values = new Map<Direct, number>()
  readonly #terms = new Map<Direct, Map<string, TermStep>>()

  constructor(graph: Graph, layout: SlotLayout, records: Records, structures: StructureTable) {
    this.graph = graph
    this.layout = layout
    this.records = records
    this.structures = structures
  }

  /** Where the value of a node starts. */
  valueOf(node: NodeIndex): number {
    return this.layout.values + 8 * this.graph.offset[node]
  }

  /** Where its adjoint starts. */
  adjointOf(node: NodeIndex): number {
    return this.layout.adjoints + 8 * this.graph.offset[node]
  }

  /** v = f(operands): its places are that of the value and then those of the operands. */
  valueStep(record: Direct): number {
    const known = this.#values.get(record)
    if (known !== undefined) return known
    const value = replaced(this.records.value(record), [read(1), read(2)])
    const made = this.structures.step(value, record.arity)
    this.#values.set(record, made)
    return made
  }

  /** ū += v̄·∂v/∂u: its places are that of ū, that of v̄, and those of what the partial reads. */
  termStep(record: Direct, slot: number, adding: Adding): TermStep {
    const all = this.#terms.get(record) ?? new Map<string, TermStep>()
    this.#terms.set(record, all)
    const key = `${slot}${adding.adds}${adding.guards}${adding.marks}`
    const known = all.get(key)
    if (known) return known
    const partial = this.records.partial(record, slot)
    const reads = readsOf(partial)
    const made = { structure: this.term(partial, reads, adding), reads }
    all.set(key, made)
    return made
  }

  /** The step for v̄ times an expression of those reads, whose places come after that of v̄. */
  term(partial: CompiledExpression, reads: readonly number[], adding: Adding): number {
    const by: CompiledExpression[] = []
    for (const [i, place] of reads.entries()) by[place] = read(i + 2)
    return this.structures.step(operation(F64.mul, read(1), replaced(partial, by)), reads.length + 1, adding)
  }

  /** A step at every turn of the loops, along walks of numbers; the last `bytes` of them are walks of bytes. */
  loops(
    sequence: Sequence,
    extents: readonly number[],
    step: number,
    walks: readonly (readonly [number, Walk])[],
    bytes = 0,
  ): void {
    this.nest(sequence, extents, [{ step, walks, bytes }])
  }

  /** Steps one after another at every turn. */
  nest(sequence: Sequence, extents: readonly number[], body: readonly NestStep[]): void {
    if (extents.includes(0)) return
    const all = body.flatMap(({ walks, bytes = 0 }) =>
      walks.map(([from, walk], i) => ({ from, walk, size: i < walks.length - bytes ? 8 : 1 })),
    )
    let made = body.map(({ step }) => step)
    for (let loop = extents.length - 1; loop >= 0; loop--) {
      const strides = all.map(({ walk, size }) => walk.strides[loop] * size)
      made = [this.structures.loop(extents[loop], made, strides)]
    }
    let place = 0
    for (const structure of made) {
      const count = this.structures.all[structure].places
      sequence.push(
        structure,
        all.slice(place, place + count).map(({ from, walk, size }) => from + walk.start * size),
      )
      place += count
    }
  }

  /** The same number at so many entries. */
  fill(sequence: Sequence, from: number, entries: number, value: CompiledExpression): void {
    this.each(sequence, entries, this.structures.step(value, 0), [from], [8])
  }

  /** A step at so many entries, whose places start there and are so far apart. */
  each(sequence: Sequence, entries: number, step: number, places: readonly number[], strides: readonly number[]): void {
    if (entries === 1) sequence.push(step, places)
    else if (entries > 1) sequence.push(this.structures.loop(entries, [step], strides), places)
  }

  entries(node: NodeIndex): number {
    return entryCount(this.graph, node)
  }
}
