import { CONSTANT, INPUT, type NodeIndex } from './graph.ts'
import { IntList } from './intList.ts'
import { Structures } from './structures.ts'

/** The tape while it grows. With sharing, a node that is there already is given again. */
export class Tape {
  readonly op = new IntList()
  /** One more at the end. */
  readonly firstEdge = new IntList()
  readonly operand = new IntList()
  /** Inputs and constants, with their values. */
  readonly #leaves: { node: NodeIndex; value: number }[] = []
  /** Every node of a shared tape has its own structure, so structure and node are one number. */
  readonly #structures: Structures | null

  constructor(share: boolean) {
    this.#structures = share ? new Structures() : null
    this.firstEdge.push(0)
  }

  get size(): number {
    return this.op.length
  }

  /** By node: the value of an input or constant; NaN for others. */
  get initial(): Float64Array {
    const initial = new Float64Array(this.size).fill(Number.NaN)
    for (const { node, value } of this.#leaves) initial[node] = value
    return initial
  }

  input(name: string, value: number): NodeIndex {
    const known = this.#structures?.input(name) ?? this.size
    return known < this.size ? known : this.#appendLeaf(INPUT, value)
  }

  constant(value: number): NodeIndex {
    const known = this.#structures?.constant(value) ?? this.size
    return known < this.size ? known : this.#appendLeaf(CONSTANT, value)
  }

  /** The primitive `op` of the last `count` nodes of a stack. */
  apply(op: number, stack: readonly NodeIndex[], count: number): NodeIndex {
    const from = stack.length - count
    const known = this.#structures?.apply(op, stack, from, count) ?? this.size
    if (known < this.size) return known
    for (let i = from; i < stack.length; i++) this.operand.push(stack[i])
    return this.#append(op)
  }

  #appendLeaf(op: number, value: number): NodeIndex {
    this.#leaves.push({ node: this.size, value })
    return this.#append(op)
  }

  #append(op: number): NodeIndex {
    this.firstEdge.push(this.operand.length)
    this.op.push(op)
    return this.size - 1
  }
}
