import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { operations } from '../../primitives/index.ts'
import { planOf, reduces } from '../../primitives/plan.ts'
import { MAX_RANK, type Shape, sizeOf } from '../../primitives/shape.ts'
import type { Tensor } from '../../primitives/value.ts'
import { type Attributes, isMismatch, type Mismatch, type Plan } from '../../primitives/wiring.ts'
import { CLOSED, type ClosedModule, CONSTANT, INPUT, type NodeIndex, PLAIN, WITHIN } from '../graph.ts'
import { IntList } from '../intList.ts'
import type { Register } from '../register.ts'
import { Structures } from './structures.ts'

const TOO_MANY_AXES: Mismatch = {
  mismatch: () => `Arrays have at most ${MAX_RANK} axes; this one would have more.`,
}

/** What taking up an array operation takes beside its entries, in multiply-adds. */
const ARRAY_WORK = 500

/** By op: of how many numbers at least the operation computes a number. */
const LEAST_NUMBERS: number[] = []

function leastNumbers(op: number): number {
  LEAST_NUMBERS[op] ??= leastNumbersOf(operations[op])
  return LEAST_NUMBERS[op]
}

/** Of one number alone a reduction computes by its plan for arrays; what is there for arrays does so always. */
function leastNumbersOf(operation: Operation): number {
  if (isArrayPrimitive(operation)) return Number.POSITIVE_INFINITY
  return reduces(operation) ? 2 : 0
}

/** Index of the scalar's shape in every tape. */
const SCALAR = 0

/** A plan on this tape. */
interface Planned {
  /** Index into `plans`, and of its shape. */
  readonly plan: number
  readonly shape: number
  /** How many partials its edges keep, by slot. */
  readonly kept: readonly number[]
  /** Multiply-adds, or entries written. */
  readonly work: number
}

/** The tape while it grows. With sharing, a node that is there already is given again. */
export class Tape {
  readonly op = new IntList()
  /** One more at the end. */
  readonly firstEdge = new IntList()
  readonly operand = new IntList()
  readonly shape = new IntList()
  readonly attribute = new IntList()
  /** One more at the end. */
  readonly offset = new IntList()
  readonly plan = new IntList()
  /** One more at the end. */
  readonly firstPartial = new IntList()
  readonly shapes: Shape[] = [[]]
  readonly plans: Plan[] = []
  readonly closed: ClosedModule[] = []
  /** What a pass over the tape computes, in multiply-adds or entries written. */
  work = 0
  /** How many entries passes inside closed modules have, and how many partials they keep. */
  readonly inside = { entries: 0, kept: 0 }
  readonly #attributes: Register<Attributes>
  readonly #shapeIndex = new Map<string, number>([['', SCALAR]])
  readonly #plans = new Map<string, Planned | Mismatch>()
  /** Inputs and constants, with their values. */
  readonly #leaves: { node: NodeIndex; value: number | Tensor }[] = []
  /** Every node of a shared tape has its own structure, so structure and node are one number. */
  readonly #structures: Structures | null

  constructor(share: boolean, attributes: Register<Attributes>) {
    this.#structures = share ? new Structures() : null
    this.#attributes = attributes
    this.firstEdge.push(0)
    this.offset.push(0)
    this.firstPartial.push(0)
  }

  get size(): number {
    return this.op.length
  }

  /** How many entries its nodes have together. */
  get entries(): number {
    return this.offset.items[this.size]
  }

  /** How many partials its edges keep together. */
  get kept(): number {
    return this.firstPartial.items[this.firstPartial.length - 1]
  }

  /** By entry: the value of an input or constant; NaN for others. */
  get initial(): Float64Array {
    const initial = new Float64Array(this.entries).fill(Number.NaN)
    const offset = this.offset.items
    for (const { node, value } of this.#leaves)
      if (typeof value === 'number') initial[offset[node]] = value
      else initial.set(value.entries, offset[node])
    return initial
  }

  get attributes(): readonly Attributes[] {
    return this.#attributes.items
  }

  attributeIndex(attributes: Attributes): number {
    return this.#attributes.indexOf(attributes)
  }

  shapeOf(node: NodeIndex): Shape {
    return this.shapes[this.shape.items[node]]
  }

  /** A leaf of one entry whose value is a number, so that programs of scalars make no arrays. */
  input(name: string, value: number | Tensor): NodeIndex {
    const known = this.#structures?.input(name) ?? this.size
    return known < this.size ? known : this.#appendLeaf(INPUT, value)
  }

  constant(value: number | Tensor): NodeIndex {
    const known = this.#structures?.constant(value) ?? this.size
    return known < this.size ? known : this.#appendLeaf(CONSTANT, value)
  }

  /** The operation `op`, with what is fixed of it, of the last `count` nodes of a stack; or why their shapes do not fit. */
  apply(op: number, stack: readonly NodeIndex[], count: number, attribute = 0): NodeIndex | Mismatch {
    const from = stack.length - count
    const planned = this.#isScalar(op, stack, from) ? null : this.#planned(op, stack, from, attribute)
    if (planned && 'mismatch' in planned) return planned
    const known = this.#known(op, stack, from, count, attribute)
    if (known < this.size) return known
    for (let slot = 0; slot < count; slot++) {
      this.operand.push(stack[from + slot])
      this.#keep(planned?.kept[slot] ?? 1)
    }
    this.work += planned ? planned.work + ARRAY_WORK : 1
    return this.#append(op, planned?.shape ?? SCALAR, planned?.plan ?? PLAIN, attribute)
  }

  /** A closed module of the last `count` nodes of a stack; `index` is its place in `closed`. */
  applyClosed(index: number, shape: Shape, stack: readonly NodeIndex[], count: number): NodeIndex {
    const from = stack.length - count
    const op = CLOSED + index
    const known = this.#known(op, stack, from, count, 0)
    if (known < this.size) return known
    const isScalar = shape.length === 0 && this.#areScalars(stack, from)
    for (let slot = 0; slot < count; slot++) {
      this.operand.push(stack[from + slot])
      this.#keep(1)
    }
    const { graph, work } = this.closed[index]
    this.work += work
    this.inside.entries += graph.offset[graph.size]
    this.inside.kept += graph.firstPartial[graph.operand.length]
    return this.#append(op, this.#indexOf(shape), isScalar ? PLAIN : WITHIN, 0)
  }

  #known(op: number, stack: readonly NodeIndex[], from: number, count: number, attribute: number): number {
    return this.#structures?.apply(op + 65_536 * attribute, stack, from, count) ?? this.size
  }

  #keep(kept: number): void {
    this.firstPartial.push(this.kept + kept)
  }

  /** Whether the operation computes a number from numbers. */
  #isScalar(op: number, stack: readonly NodeIndex[], from: number): boolean {
    return stack.length - from >= leastNumbers(op) && this.#areScalars(stack, from)
  }

  #areScalars(stack: readonly NodeIndex[], from: number): boolean {
    for (let i = from; i < stack.length; i++) if (this.shape.items[stack[i]] !== SCALAR) return false
    return true
  }

  /** Plans are made once for each operation and shapes. */
  #planned(op: number, stack: readonly NodeIndex[], from: number, attribute: number): Planned | Mismatch {
    const indices = stack.slice(from).map((node) => this.shape.items[node])
    const key = `${op} ${attribute} ${indices.join(' ')}`
    const known = this.#plans.get(key)
    if (known) return known
    const shapes = indices.map((index) => this.shapes[index])
    const plan = planOf(operations[op], shapes, this.#attributes.items[attribute])
    const made = isMismatch(plan) ? plan : this.#registered(plan)
    this.#plans.set(key, made)
    return made
  }

  #registered(plan: Plan): Planned | Mismatch {
    const { shape, wirings } = plan
    if (shape.length > MAX_RANK) return TOO_MANY_AXES
    return {
      plan: this.plans.push(plan) - 1,
      shape: this.#indexOf(shape),
      kept: wirings.map(({ kept }) => kept),
      work: Math.max(...wirings.map(({ extents }) => sizeOf(extents))),
    }
  }

  #indexOf(shape: Shape): number {
    const key = shape.join()
    const known = this.#shapeIndex.get(key)
    if (known !== undefined) return known
    const index = this.shapes.push(shape) - 1
    this.#shapeIndex.set(key, index)
    return index
  }

  #appendLeaf(op: number, value: number | Tensor): NodeIndex {
    this.#leaves.push({ node: this.size, value })
    return this.#append(op, typeof value === 'number' ? SCALAR : this.#indexOf(value.shape), PLAIN, 0)
  }

  #append(op: number, shape: number, plan: number, attribute: number): NodeIndex {
    this.firstEdge.push(this.operand.length)
    this.offset.push(this.entries + (shape === SCALAR ? 1 : sizeOf(this.shapes[shape])))
    this.op.push(op)
    this.shape.push(shape)
    this.plan.push(plan)
    this.attribute.push(attribute)
    return this.size - 1
  }
}
