import { type Blockwise, isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { countsOf, infixOperator, operations, opOf } from '../../primitives/index.ts'
import { places } from '../../primitives/places.ts'
import { sizeOf } from '../../primitives/shape.ts'
import type { Attributes, Plan, VectorBlocks } from '../../primitives/wiring.ts'
import { CLOSED, CONSTANT, type Graph, INPUT, type Module, type NodeIndex, PLAIN } from '../graph.ts'
import { mix } from '../hash.ts'
import { IntList } from '../intList.ts'
import { entryIndices, entryName, shapeAt } from '../nodes.ts'
import { operationOf, reshapeOp, stackOp, subscriptOp } from '../operations.ts'
import { Register } from '../register.ts'
import { assemble } from '../tape/assemble.ts'
import { Occurrences } from '../tape/occurrences.ts'
import { Tape } from '../tape/tape.ts'
import { reductionWriters, type Writer } from './reductions.ts'

/** Operations that unrolled ones are made of. */
const ADD = opOf(infixOperator('+'))
const MUL = opOf(infixOperator('*'))
const opNamed = (name: string): number => operations.findIndex((operation) => operation.name === name)
const LOGADDEXP = opNamed('logaddexp')

/** More entries than this are not all found again in the text. */
const MOST_LOCATED = 64

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
  readonly #occurrences = new Occurrences()
  /** By node of the graph: what it has become as a whole, or -1. */
  readonly #whole: Int32Array
  /** By node of the graph: its entries, as far as they are nodes. */
  readonly #entries: NodeIndex[][]
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
    this.#whole = new Int32Array(graph.size).fill(-1)
    this.#entries = Array.from({ length: graph.size }, () => [])
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
    this.#locate()
    const written = {
      ...{ tape: this.#tape, modules: this.#modules, module: this.#module, place: this.#place },
      occurrences: this.#occurrences,
    }
    return assemble(written, this.#naming(), previous)
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
    if (op[node] === INPUT) this.#whole[node] = this.#placed(this.#tape.input(this.#inputName(node), value))
    else if (op[node] === CONSTANT) this.#whole[node] = this.#placed(this.#tape.constant(value))
    else {
      const operands = this.#operands(node).map((operand) => this.#asWhole(operand))
      this.#whole[node] =
        op[node] >= CLOSED
          ? this.#placed(this.#tape.applyClosed(op[node] - CLOSED, shape, operands, operands.length))
          : this.#apply(op[node], operands, attribute[node])
    }
  }

  #unroll(node: NodeIndex): void {
    const { op, initial, offset } = this.#graph
    const entries = initial.subarray(offset[node], offset[node + 1])
    if (op[node] === INPUT)
      this.#entries[node] = Array.from(entries, (value, entry) =>
        this.#placed(this.#tape.input(entryName(this.#inputName(node), shapeAt(this.#graph, node), entry), value)),
      )
    else if (op[node] === CONSTANT)
      this.#entries[node] = Array.from(entries, (value) => this.#placed(this.#tape.constant(value)))
    else if (op[node] >= CLOSED) this.#keep(node)
    else {
      this.#within = this.#modules.push(this.#moduleOf(node)) - 1
      this.#entries[node] = this.#written(node, this.#graph.plans[this.#graph.plan[node]])
    }
  }

  /** The nodes that compute each entry of an array operation. */
  #written(node: NodeIndex, plan: Plan): NodeIndex[] {
    const operation = operationOf(this.#graph, node)
    const operands = this.#operands(node)
    const entries: NodeIndex[] = []
    if (plan.kind === 'contraction') this.#contract(plan, operands, entries)
    else if (plan.kind === 'elementwise')
      for (const [row, ...columns] of places(plan))
        entries[row] = this.#apply(
          this.#graph.op[node],
          columns.map((column, slot) => this.#entry(operands[slot], column)),
        )
    else if (plan.kind === 'selection') this.#select(plan, operands, entries)
    else if (plan.kind === 'reduction')
      for (const [row, group] of this.#groups(plan, operands[0])) entries[row] = this.#reduced(node, group)
    else if (operation && isArrayPrimitive(operation) && operation.kind === 'blockwise')
      this.#blocks(operation, plan, operands, entries)
    return entries
  }

  /** v[row] = Σ x[column]·y[column], added in the order of the loops. */
  #contract(plan: Plan, [x, y]: readonly NodeIndex[], entries: NodeIndex[]): void {
    const [first, second] = plan.wirings
    for (const [row, left, right] of places({ ...plan, wirings: [first, second] })) {
      const product = this.#apply(MUL, [this.#entry(x, left), this.#entry(y, right)])
      entries[row] = entries[row] === undefined ? product : this.#apply(ADD, [entries[row], product])
    }
  }

  /** Copies, which may add up; what nothing is copied to is a constant. */
  #select(plan: Plan, operands: readonly NodeIndex[], entries: NodeIndex[]): void {
    for (const [slot, wiring] of plan.wirings.entries())
      for (const [row, column] of places({ ...plan, wirings: [wiring] })) {
        const copied = this.#entry(operands[slot], column)
        entries[row] = plan.adds && entries[row] !== undefined ? this.#apply(ADD, [entries[row], copied]) : copied
      }
    for (let row = 0; row < sizeOf(plan.shape); row++) entries[row] ??= this.#constant(plan.rest ?? 0)
  }

  /** The entries that a reduction takes together, by the row that they give. */
  #groups(plan: Plan, operand: NodeIndex): Map<number, NodeIndex[]> {
    const groups = new Map<number, NodeIndex[]>()
    for (const [row, column] of places(plan)) {
      const entry = this.#entry(operand, column)
      const group = groups.get(row)
      if (group) group.push(entry)
      else groups.set(row, [entry])
    }
    return groups
  }

  #reduced(node: NodeIndex, group: readonly NodeIndex[]): NodeIndex {
    const op = this.#graph.op[node]
    const name = operationOf(this.#graph, node)?.name ?? ''
    const written = reductionWriters[name]?.(this.#writer, group)
    if (written !== undefined) return written
    if (group.length === 1) return group[0]
    // One operation of all entries if it takes so many: then equal winners share the derivative equally.
    if (group.length <= countsOf(operations[op]).most) return this.#apply(op, group)
    return this.#chain(name === 'logsumexp' ? LOGADDEXP : op, group)
  }

  #constant(x: number): NodeIndex {
    return this.#placed(this.#tape.constant(x))
  }

  #chain(op: number, [first, ...rest]: readonly NodeIndex[]): NodeIndex {
    return rest.reduce((sum, entry) => this.#apply(op, [sum, entry]), first)
  }

  /** A vector function, block by block, as its record writes it in numbers. */
  #blocks(operation: Blockwise, { blocks }: Plan, operands: readonly NodeIndex[], entries: NodeIndex[]): void {
    const write = {
      number: (x: number) => this.#constant(x),
      call: (name: string, ...given: NodeIndex[]) => this.#called(name, given),
    }
    for (const [block, start] of blocks?.value.starts.entries() ?? []) {
      const given = operands.map((operand, slot) => {
        const own = (blocks as VectorBlocks).operands[slot]
        return own.places.map((place) => this.#entry(operand, own.starts[block] + place))
      })
      const places = (blocks as VectorBlocks).value.places
      const found = operation.inNumbers(write, given, places.length)
      for (const [i, place] of places.entries()) entries[start + place] = found[i]
    }
  }

  /** One operation if it takes so many operands, else a chain of them. */
  #called(name: string, operands: readonly NodeIndex[]): NodeIndex {
    const op = opNamed(name)
    return operands.length <= countsOf(operations[op]).most ? this.#apply(op, operands) : this.#chain(op, operands)
  }

  #operands(node: NodeIndex): number[] {
    const { operand, firstEdge } = this.#graph
    return [...operand.subarray(firstEdge[node], firstEdge[node + 1])]
  }

  /** The node as a whole. If it was unrolled, a stack of its entries takes its place. */
  #asWhole(node: NodeIndex): NodeIndex {
    if (this.#whole[node] >= 0) return this.#whole[node]
    const shape = shapeAt(this.#graph, node)
    const entries = this.#entries[node]
    if (shape.length === 0) this.#whole[node] = entries[0]
    else {
      const stacked = this.#apply(stackOp, entries, 0, node)
      this.#whole[node] =
        shape.length === 1 ? stacked : this.#apply(reshapeOp, [stacked], this.#attribute({ shape: [...shape] }), node)
    }
    return this.#whole[node]
  }

  /** One entry of a node, picked from it if it is a whole array. */
  #entry(node: NodeIndex, entry: number): NodeIndex {
    const known = this.#entries[node][entry]
    if (known !== undefined) return known
    const shape = shapeAt(this.#graph, node)
    const index = entryIndices(shape, entry).map((at) => ({ at }))
    const picked =
      shape.length === 0 ? this.#whole[node] : this.#apply(subscriptOp, [this.#whole[node]], this.#attribute({ index }))
    this.#entries[node][entry] = picked
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

  /** What a node has become: itself, or its entries. */
  #became(node: NodeIndex): readonly NodeIndex[] {
    return this.#whole[node] >= 0 ? [this.#whole[node]] : this.#entries[node]
  }

  #locate(): void {
    const { occurrences, offset } = this.#graph
    occurrences.node.forEach((node, i) => {
      if (this.#whole[node] < 0 && offset[node + 1] - offset[node] > MOST_LOCATED) return
      const at = { from: occurrences.from[i], to: occurrences.to[i] }
      for (const became of this.#became(node)) this.#occurrences.add(became, at)
    })
  }

  #naming() {
    const { inputs, outputs, names, occurrences } = this.#graph
    const spread = <Item extends { readonly name: string; readonly node: NodeIndex }>(item: Item): Item[] =>
      this.#whole[item.node] >= 0
        ? [{ ...item, node: this.#whole[item.node] }]
        : this.#entries[item.node].map((node, entry) => ({
            ...item,
            ...{ node, name: entryName(item.name, shapeAt(this.#graph, item.node), entry) },
          }))
    const given = new Map<NodeIndex, string[]>()
    for (const [node, own] of names)
      for (const name of own)
        for (const { name: entry, node: became } of spread({ name, node }))
          given.set(became, [...(given.get(became) ?? []), entry])
    return {
      inputs: inputs.flatMap((input) => spread(input)).map((input) => ({ ...input })),
      outputs: outputs.flatMap((output) => spread(output)),
      names: given,
      length: occurrences.to.reduce((most, to) => Math.max(most, to), 0),
    }
  }
}
