import { type Shape, sizeOf } from '../../src/primitives/shape.ts'
import { nested } from '../../src/primitives/value.ts'
import { type Dialect, ELEMENTWISE, type GraphOperation, OF_ARRAYS } from './dialects.ts'
import type { Drawing } from './drawing.ts'

/** A node: an input with its literal, or an operation of nodes before it and perhaps a number. */
export interface PrintedNode {
  readonly operation: GraphOperation | null
  readonly operands: readonly number[]
  /** Of an operation the number that it reads; of an input its value. */
  readonly literal: string
  readonly shape: Shape
  readonly bound: number
}

/**
 * Nodes one after the other. `rounds` do the same, each to what the one before has made and to what stands before them all;
 * `terms` do the same to different nodes.
 */
export interface NodeGroup {
  readonly kind: 'single' | 'rounds' | 'terms'
  /** The nodes of each round or term; the last one is what it makes. */
  readonly parts: readonly (readonly number[])[]
}

export interface PrintedGraph {
  readonly nodes: readonly PrintedNode[]
  readonly inputs: number
  readonly groups: readonly NodeGroup[]
}

/** Beyond this a node is bent back by tanh before it is read. */
const MOST = 30
/** Operands are among the last nodes, which makes graphs deep. */
const LATEST = 7
const SHAPES: readonly Shape[] = [[], [3], [2], [2, 3], [3, 2], [1, 3]]
const ATTEMPTS = 20

const ADD = ELEMENTWISE.find(({ own }) => own('a', 'b', '') === 'a + b') as GraphOperation
const MULTIPLY = ELEMENTWISE.find(({ own }) => own('a', 'b', '') === 'a * b') as GraphOperation
const TANH = ELEMENTWISE.find(({ own }) => own('a', '', '') === 'tanh(a)') as GraphOperation
const SUM = OF_ARRAYS.find(({ own }) => own('a', '', '') === 'sum(a)') as GraphOperation

/** Draws a graph whose last node is a number that all others lead to. */
export class GraphDrawing {
  readonly #nodes: PrintedNode[] = []
  readonly #groups: NodeGroup[] = []
  /** All but what a loop makes on its way. */
  readonly #readable: number[] = []
  readonly #draw: Drawing
  readonly #dialect: Dialect
  readonly #operations: readonly GraphOperation[]

  constructor(draw: Drawing, dialect: Dialect) {
    this.#draw = draw
    this.#dialect = dialect
    this.#operations = dialect === 'math' ? ELEMENTWISE : [...ELEMENTWISE, ...OF_ARRAYS, ...OF_ARRAYS]
  }

  graph(): PrintedGraph {
    const inputs = 2 + this.#draw.below(2)
    for (let k = 0; k < inputs; k++) this.#input(k === 0 || this.#dialect === 'math' ? [] : this.#draw.of(SHAPES))
    for (let k = 5 + this.#draw.below(9); k > 0; k--) {
      const kind = this.#draw.below(6)
      if (kind === 0) this.#rounds()
      else if (kind === 1) this.#terms()
      else this.#single()
    }
    this.#join()
    return { nodes: this.#nodes, inputs, groups: this.#groups }
  }

  #input(shape: Shape): void {
    const entries = Array.from({ length: sizeOf(shape) }, () =>
      Number(((1 + this.#draw.below(1999)) / 1000 - 1.0005).toFixed(4)),
    )
    const literal = JSON.stringify(nested(shape, entries))
    this.#readable.push(this.#nodes.push({ operation: null, operands: [], literal, shape, bound: 1 }) - 1)
  }

  #number(): string {
    return String((10 + this.#draw.below(90)) / 100)
  }

  #latest(): number {
    return this.#draw.of(this.#readable.slice(-LATEST))
  }

  /** Where the operands fit: its place. */
  #apply(operation: GraphOperation, operands: readonly number[], literal = this.#number()): number | null {
    const [a, b = a] = operands.map((node) => this.#nodes[node])
    const shape = operation.shape(a.shape, b.shape)
    const bound = operation.bound(a.bound, b.bound)
    const isNew = operation.operands === operands.length && shape !== null && shape.every((length) => length <= 4)
    if (!isNew || !(bound <= MOST) || sizeOf(shape) > 9) return null
    return this.#nodes.push({ operation, operands, literal, shape, bound }) - 1
  }

  #single(): void {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const operation = this.#draw.of(this.#operations)
      const made = this.#apply(
        operation,
        Array.from({ length: operation.operands }, () => this.#latest()),
      )
      if (made === null) continue
      this.#alone(made)
      return
    }
  }

  #group(kind: NodeGroup['kind'], parts: NodeGroup['parts'], readable: readonly number[]): void {
    this.#groups.push({ kind, parts })
    this.#readable.push(...readable)
  }

  #alone(node: number): void {
    this.#group('single', [[node]], [node])
  }

  /** A loop of two operations: what it carries keeps its shape, and tanh keeps it small. */
  #rounds(): void {
    const [start, other] = [this.#latest(), this.#latest()]
    const operations = [this.#draw.of(ELEMENTWISE), TANH]
    const parts: number[][] = []
    const literal = this.#draw.once(2) ? this.#number() : null
    let carried = start
    for (let k = 2 + this.#draw.below(3); k > 0; k--) {
      const first = this.#apply(
        operations[0],
        [carried, other].slice(0, operations[0].operands),
        literal ?? this.#number(),
      )
      if (first === null) break
      const keeps = this.#nodes[first].shape.join() === this.#nodes[start].shape.join()
      const last = keeps ? this.#apply(operations[1], [first]) : null
      if (last === null) {
        // What the loop does not reach is no node.
        this.#nodes.pop()
        break
      }
      parts.push([first, last])
      carried = last
    }
    if (parts.length > 1) this.#group('rounds', parts, [carried])
    else for (const node of parts.flat()) this.#alone(node)
  }

  /** The same function of two or three nodes, and their sum. */
  #terms(): void {
    const operation = this.#draw.of(ELEMENTWISE.filter(({ operands }) => operands === 1))
    const first = this.#latest()
    const fitting = this.#readable.filter((k) => this.#nodes[k].shape.join() === this.#nodes[first].shape.join())
    const literal = this.#number()
    const parts = [first, this.#draw.of(fitting), this.#draw.of(fitting)].slice(this.#draw.below(2)).flatMap((node) => {
      const made = this.#apply(operation, [node], literal)
      return made === null ? [] : [[made]]
    })
    if (parts.length === 1) this.#alone(parts[0][0])
    if (parts.length < 2) return
    this.#group('terms', parts, parts.flat())
    this.#sum(parts.flat())
  }

  #sum(nodes: readonly number[]): number {
    return nodes.reduce((total, node) => {
      const sum = this.#apply(ADD, [this.#bent(total), this.#bent(node)])
      if (sum === null) throw new Error('Numbers of one shape can be added.')
      this.#alone(sum)
      return sum
    })
  }

  /** The node, or tanh of it where it may be large. */
  #bent(node: number): number {
    if (this.#nodes[node].bound <= MOST / 3) return node
    const bent = this.#apply(TANH, [node]) as number
    this.#alone(bent)
    return bent
  }

  /** What nothing reads yet becomes one number. */
  #join(): void {
    const read = new Set(this.#nodes.flatMap(({ operands }) => operands))
    const numbers = this.#readable
      .filter((node) => !read.has(node))
      .map((node) => {
        const isNumber = this.#nodes[node].shape.length === 0
        const squashed = this.#apply(TANH, [node]) as number
        this.#alone(squashed)
        if (isNumber) return squashed
        const total = this.#apply(SUM, [squashed]) as number
        this.#alone(total)
        return total
      })
    const [first, ...others] = numbers
    const last = others.reduce((product, node) => {
      const next = (this.#draw.once(2) && this.#apply(MULTIPLY, [this.#bent(product), node])) || null
      if (next === null) return this.#sum([product, node])
      this.#alone(next)
      return next
    }, first)
    const end = this.#apply(ADD, [this.#bent(last), 0]) as number
    this.#alone(end)
  }
}

/** The graph as formulas, a name for each node: n0, n1 … and the last one y. */
export function formulasOf({ nodes }: PrintedGraph): string {
  const name = (node: number) => (node === nodes.length - 1 ? 'y' : `n${node}`)
  return nodes
    .map(({ operation, operands, literal }, node) => {
      const [a, b] = operands.map(name)
      return `${name(node)} = ${operation ? operation.own(a, b, literal) : literal}`
    })
    .join('\n')
}
