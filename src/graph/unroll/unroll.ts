import type { Attributes } from '../../primitives/wiring.ts'
import { CLOSED, CONSTANT, type Graph, INPUT, type Module, type NodeIndex, PLAIN } from '../graph.ts'
import { mix } from '../hash.ts'
import { IntList } from '../intList.ts'
import { entryIndices, entryName, shapeAt } from '../nodes.ts'
import { operationOf, reshapeOp, stackOp, subscriptOp } from '../operations.ts'
import { Register } from '../register.ts'
import { assemble } from '../tape/assemble.ts'
import { Tape } from '../tape/tape.ts'
import { Correspondence } from './correspondence.ts'
import type { Writer } from './reductions.ts'
import { scalarOperations } from './scalarOperations.ts'

/**
 * The graph with some of its array nodes written out as operations between numbers: a matrix product as sums of
 * products. What stays an array reads their entries stacked, and gives its own one by one.
 */
export const unroll = (graph: Graph, isUnrolled: (node: NodeIndex) => boolean, previous?: Graph): Graph =>
  new Unrolling(graph).run(isUnrolled, previous)

class Unrolling {
  readonly #graph: Graph
  readonly #tape: Tape
  readonly #modules: Module[]
  readonly #writer: Writer = {
    apply: (op, operands) => this.#apply(op, operands),
    constant: (value) => this.#placed(this.#tape.constant(value)),
  }
  readonly #module = new IntList()
  readonly #place = new IntList()
  readonly #became: Correspondence
  /** Where the nodes that are being made belong. */
  #at = 0
  #made = 0
  #within = -1

  constructor(graph: Graph) {
    this.#graph = graph
    const attributes = new Register<Attributes>({})
    for (const attribute of graph.attributes) attributes.indexOf(attribute)
    this.#tape = new Tape(true, attributes)
    this.#tape.closed.push(...graph.closed)
    this.#modules = [...graph.modules]
    this.#became = new Correspondence(graph)
  }

  run(isUnrolled: (node: NodeIndex) => boolean, previous?: Graph): Graph {
    const { size, module, place } = this.#graph
    for (let node = 0; node < size; node++) {
      this.#at = place[node]
      this.#made = 0
      this.#within = module[node]
      if (this.#isScalar(node) || !isUnrolled(node)) this.#keep(node)
      else this.#unroll(node)
    }
    const written = {
      ...{ tape: this.#tape, modules: this.#modules, module: this.#module, place: this.#place },
      occurrences: this.#became.occurrences(),
    }
    return assemble(written, this.#became.naming(), previous)
  }

  /** A number that is computed from numbers, if at all. */
  #isScalar(node: NodeIndex): boolean {
    return this.#graph.plan[node] === PLAIN && this.#graph.shape[node] === 0
  }

  #keep(node: NodeIndex): void {
    const { op, initial, offset, attribute } = this.#graph
    const entries = initial.subarray(offset[node], offset[node + 1])
    const shape = shapeAt(this.#graph, node)
    const value = shape.length === 0 ? entries[0] : { shape, entries }
    if (op[node] === INPUT) this.#became.whole[node] = this.#placed(this.#tape.input(this.#inputName(node), value))
    else if (op[node] === CONSTANT) this.#became.whole[node] = this.#placed(this.#tape.constant(value))
    else {
      const operands = this.#operands(node).map((operand) => this.#asWhole(operand))
      this.#became.whole[node] =
        op[node] >= CLOSED
          ? this.#placed(this.#tape.applyClosed(op[node] - CLOSED, shape, operands, operands.length))
          : this.#apply(op[node], operands, attribute[node])
    }
  }

  #unroll(node: NodeIndex): void {
    const { op, initial, offset } = this.#graph
    const entries = initial.subarray(offset[node], offset[node + 1])
    if (op[node] === INPUT)
      this.#became.entries[node] = Array.from(entries, (value, entry) =>
        this.#placed(this.#tape.input(entryName(this.#inputName(node), shapeAt(this.#graph, node), entry), value)),
      )
    else if (op[node] === CONSTANT)
      this.#became.entries[node] = Array.from(entries, (value) => this.#placed(this.#tape.constant(value)))
    else if (op[node] >= CLOSED) this.#keep(node)
    else {
      this.#within = this.#modules.push(this.#moduleOf(node)) - 1
      const operands = this.#operands(node)
      const entry = (slot: number, at: number): NodeIndex => this.#entry(operands[slot], at)
      this.#became.entries[node] = scalarOperations(this.#graph, node, entry, this.#writer)
    }
  }

  #operands(node: NodeIndex): number[] {
    const { operand, firstEdge } = this.#graph
    return [...operand.subarray(firstEdge[node], firstEdge[node + 1])]
  }

  /** The node as a whole. If it was unrolled, a stack of its entries takes its place. */
  #asWhole(node: NodeIndex): NodeIndex {
    if (this.#became.whole[node] >= 0) return this.#became.whole[node]
    const shape = shapeAt(this.#graph, node)
    const entries = this.#became.entries[node]
    if (shape.length === 0) this.#became.whole[node] = entries[0]
    else {
      const stacked = this.#apply(stackOp, entries, 0, node)
      this.#became.whole[node] =
        shape.length === 1 ? stacked : this.#apply(reshapeOp, [stacked], this.#attribute({ shape: [...shape] }), node)
    }
    return this.#became.whole[node]
  }

  /** One entry of a node, picked from it if it is a whole array. */
  #entry(node: NodeIndex, entry: number): NodeIndex {
    const known = this.#became.entries[node][entry]
    if (known !== undefined) return known
    const shape = shapeAt(this.#graph, node)
    const index = entryIndices(shape, entry).map((at) => ({ at }))
    const picked =
      shape.length === 0
        ? this.#became.whole[node]
        : this.#apply(subscriptOp, [this.#became.whole[node]], this.#attribute({ index }))
    this.#became.entries[node][entry] = picked
    return picked
  }

  #attribute(attributes: Attributes): number {
    return this.#tape.attributeIndex(attributes)
  }

  #apply(op: number, operands: readonly NodeIndex[], attribute = 0, array?: NodeIndex): NodeIndex {
    const made = this.#tape.apply(op, operands, operands.length, attribute)
    if (typeof made !== 'number') throw new Error(made.mismatch(operands.map(String)))
    return this.#placed(made, array)
  }

  /** Notes place and module of a node that is new; one that stands for an array as a whole has the array's place. */
  #placed(node: NodeIndex, array?: NodeIndex): NodeIndex {
    if (node < this.#place.length) return node
    this.#place.push(array === undefined ? this.#nextPlace() : this.#graph.place[array])
    this.#module.push(this.#within)
    return node
  }

  #nextPlace(): number {
    const place = this.#made === 0 ? this.#at : mix(this.#at, this.#made)
    this.#made++
    return place
  }

  #moduleOf(node: NodeIndex): Module {
    const { occurrences, module, place } = this.#graph
    const at = occurrences.node.indexOf(node)
    const call = at < 0 ? { from: 0, to: 0 } : { from: occurrences.from[at], to: occurrences.to[at] }
    const name = operationOf(this.#graph, node)?.symbol ?? ''
    return { name, parent: module[node], call, place: place[node], shape: shapeAt(this.#graph, node) }
  }

  #inputName(node: NodeIndex): string {
    return this.#graph.inputs.find((input) => input.node === node)?.name ?? ''
  }
}
