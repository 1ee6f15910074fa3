import type { Tensor } from '../../primitives/value.ts'
import { CLOSED, CONSTANT, type Graph, INPUT, type NodeIndex } from '../graph.ts'
import { Structures } from './structures.ts'

/** What decides which node of the graph before a node is. */
type Identified = Omit<Graph, 'id' | 'nextId' | 'consumer' | 'firstConsumer' | 'consumerEdge' | Named>
type Named = 'number' | 'varied' | 'module' | 'modules' | 'names' | 'outputs' | 'occurrences'

/**
 * Ids for a graph: those of the nodes of the graph before it that have equal structure (inputs: equal names); then of those
 * at the same place of the same definition; new ones for the rest.
 */
export function carryIds(graph: Identified, previous?: Graph): Pick<Graph, 'id' | 'nextId'> {
  const id = new Int32Array(graph.size).fill(-1)
  if (previous) {
    const matching = new Matching(graph, previous, id)
    matching.byStructure(true)
    matching.byStructure(false)
    matching.byPlace()
  }
  let nextId = previous?.nextId ?? 0
  for (let node = 0; node < graph.size; node++) if (id[node] < 0) id[node] = nextId++
  return { id, nextId }
}

class Matching {
  readonly #graph: Identified
  readonly #previous: Graph
  readonly #id: Int32Array
  readonly #structure: Int32Array
  readonly #structureBefore: Int32Array
  readonly #atPlace = new Map<number, NodeIndex>()
  readonly #taken: Uint8Array

  constructor(graph: Identified, previous: Graph, id: Int32Array) {
    const structures = new Structures()
    const codes = new Map<string, number>()
    this.#graph = graph
    this.#previous = previous
    this.#id = id
    this.#structureBefore = structuresOf(previous, structures, codes)
    this.#structure = structuresOf(graph, structures, codes)
    this.#taken = new Uint8Array(previous.size)
    previous.place.forEach((place, node) => {
      this.#atPlace.set(place, node)
    })
  }

  /** Without sharing many nodes have one structure: those at their old place first, the others in tape order. */
  byStructure(samePlace: boolean): void {
    const waiting = samePlace ? null : this.#waiting()
    for (let node = 0; node < this.#graph.size; node++) {
      if (this.#id[node] >= 0) continue
      const structure = this.#structure[node]
      const before = waiting ? waiting.take(structure) : this.#nodeAt(node)
      if (before >= 0 && !this.#taken[before] && this.#structureBefore[before] === structure) this.#match(node, before)
    }
  }

  /** A constant stays a constant, an operation an operation; inputs go by name alone. */
  byPlace(): void {
    const { op, size } = this.#graph
    for (let node = 0; node < size; node++) {
      const before = this.#id[node] < 0 && op[node] !== INPUT ? this.#nodeAt(node) : -1
      if (before < 0 || this.#taken[before]) continue
      const opBefore = this.#previous.op[before]
      if (opBefore !== INPUT && (opBefore === CONSTANT) === (op[node] === CONSTANT)) this.#match(node, before)
    }
  }

  #nodeAt(node: NodeIndex): NodeIndex {
    return this.#atPlace.get(this.#graph.place[node]) ?? -1
  }

  #match(node: NodeIndex, before: NodeIndex): void {
    this.#id[node] = this.#previous.id[before]
    this.#taken[before] = 1
  }

  /** The nodes before that no node has taken, by structure, as linked lists in tape order. */
  #waiting(): { take(structure: number): NodeIndex } {
    const { size } = this.#previous
    const next = new Int32Array(size)
    const first = new Int32Array(size + this.#graph.size).fill(-1)
    for (let node = size - 1; node >= 0; node--) {
      if (this.#taken[node]) continue
      next[node] = first[this.#structureBefore[node]]
      first[this.#structureBefore[node]] = node
    }
    return {
      take: (structure) => {
        const node = first[structure]
        if (node >= 0) first[structure] = next[node]
        return node
      },
    }
  }
}

function structuresOf(graph: Identified, structures: Structures, codes: Map<string, number>): Int32Array {
  const found = new Int32Array(graph.size)
  const operands: number[] = []
  for (const { name, node } of graph.inputs) found[node] = structures.input(name)
  for (let node = 0; node < graph.size; node++) {
    if (graph.op[node] === INPUT) continue
    if (graph.op[node] === CONSTANT) found[node] = structures.constant(constantAt(graph, node))
    else {
      const from = graph.firstEdge[node]
      const count = graph.firstEdge[node + 1] - from
      for (let slot = 0; slot < count; slot++) operands[slot] = found[graph.operand[from + slot]]
      found[node] = structures.apply(codeAt(graph, node, codes), operands, 0, count)
    }
  }
  return found
}

function constantAt({ initial, offset, shape, shapes }: Identified, node: NodeIndex): number | Tensor {
  const entries = initial.subarray(offset[node], offset[node + 1])
  return shape[node] === 0 ? entries[0] : { shape: shapes[shape[node]], entries }
}

/** A number for the operation that means the same in both graphs, whose attributes and modules are numbered apart. */
function codeAt(graph: Identified, node: NodeIndex, codes: Map<string, number>): number {
  const op = graph.op[node]
  const attribute = graph.attribute[node]
  if (op < CLOSED && attribute === 0) return op
  const key = op < CLOSED ? `${op} ${JSON.stringify(graph.attributes[attribute])}` : graph.closed[op - CLOSED].name
  const code = codes.get(key) ?? -codes.size - 1
  codes.set(key, code)
  return code
}

/** Whether two graphs differ in values and in their places in the text at most: equal nodes, edges, ids, names and roles. */
export function sameStructure(a: Graph, b: Graph): boolean {
  return (
    (['op', 'id', 'firstEdge', 'operand', 'module', 'shape', 'attribute'] as const).every((field) =>
      same(a[field], b[field]),
    ) &&
    same(a.inputs, b.inputs, (p, q) => p.name === q.name && p.node === q.node && p.role === q.role) &&
    same(a.outputs, b.outputs, (p, q) => p.name === q.name && p.node === q.node) &&
    same(a.modules, b.modules, (p, q) => p.name === q.name && p.parent === q.parent) &&
    same(a.shapes, b.shapes, (p, q) => p.join() === q.join()) &&
    same([...a.names], [...b.names], ([p, ps], [q, qs]) => p === q && same(ps, qs))
  )
}

function same<T>(a: ArrayLike<T>, b: ArrayLike<T>, equal: (p: T, q: T) => boolean = Object.is): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i])) return false
  return true
}
