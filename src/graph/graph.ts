import type { Span } from '../language/syntax.ts'
import type { Shape } from '../primitives/shape.ts'
import type { Value } from '../primitives/value.ts'
import type { Attributes, Plan } from '../primitives/wiring.ts'

export type { Shape } from '../primitives/shape.ts'
export type { Value } from '../primitives/value.ts'

/** A node is its place on the tape. */
export type NodeIndex = number
/** An edge is a consumer and one of its slots: `x*x` has two edges from x. Edges are numbered slot by slot along the tape. */
export type EdgeIndex = number
/** `op` of a node that computes nothing. Any other `op` is an index into `operations`, or that of a closed module. */
export const INPUT = -1
export const CONSTANT = -2
/** From here on, `op - CLOSED` is an index into the graph's `closed`. */
export const CLOSED = 10_000

/** `plan` of a node that computes a number from numbers, or nothing at all: each of its edges keeps one partial. */
export const PLAIN = -1
/** `plan` of a closed module with arrays: its derivatives come from passes inside. */
export const WITHIN = -2

export interface Input {
  readonly name: string
  readonly node: NodeIndex
  readonly role: 'data' | 'param' | null
  /** The value that the program gives it. */
  readonly value: Value
  /** The constant expression in the text that gives its value; null for an input that the text only uses. */
  readonly literal: Span | null
}

export interface Output {
  readonly name: string
  readonly node: NodeIndex
}

/**
 * A group of nodes that was opened in place: a call of a function, an operation seen as its parts, an array operation
 * seen as its scalars. `parent` is the group it stands in, or -1.
 */
export interface Module {
  readonly name: string
  readonly parent: number
  readonly call: Span
  /** What closes it again. */
  readonly place: number
  /** Of the array whose entries it computes, where it is an array operation. */
  readonly shape?: Shape
}

/** A function that is one node: its graph, whose inputs are the node's operands in order, and which has one output. */
export interface ClosedModule {
  readonly name: string
  readonly graph: Graph
  /** What a pass inside computes, in multiply-adds. */
  readonly work: number
}

/**
 * The computational graph, kept as its tape: arrays over the nodes in evaluation order, and over the edges.
 * Plain data, so that it can cross to a worker and back.
 */
export interface Graph {
  readonly size: number
  /** By node: INPUT, CONSTANT, the index of its operation, or CLOSED and more. */
  readonly op: Int16Array
  /** By node, one more at the end: node n owns the edges firstEdge[n] … firstEdge[n+1]−1, one for each slot. */
  readonly firstEdge: Int32Array
  /** By edge: the node that is read. */
  readonly operand: Int32Array
  /** By edge: the node that reads. */
  readonly consumer: Int32Array
  /** By node, one more at the end: where the edges that read node n start in `consumerEdge`. */
  readonly firstConsumer: Int32Array
  /** The edges grouped by the node that they read: latest consumer first, its slots ascending. The adjoint pass adds in this order. */
  readonly consumerEdge: Int32Array
  /** By node, one more at the end: where its entries start in arrays over entries, which hold them in row-major order. A scalar is one entry. */
  readonly offset: Int32Array
  /** By entry: the value of an input or constant as the program has it; NaN for others. */
  readonly initial: Float64Array
  /** By edge, one more at the end: where the partials that are kept for it start. Every edge keeps one at least. */
  readonly firstPartial: Int32Array
  /** By node: index into `plans`, PLAIN or WITHIN. */
  readonly plan: Int32Array
  readonly plans: readonly Plan[]
  /** By node: index into `attributes`: what its call fixes. */
  readonly attribute: Uint16Array
  readonly attributes: readonly Attributes[]
  readonly closed: readonly ClosedModule[]
  /** By node: a stable identity, carried over from the graph before the last edit. */
  readonly id: Int32Array
  /** Ids from here on have never been used, in this graph or those before it. */
  readonly nextId: number
  /** By node: a hash of the definition and the path of slots where it stands in its expression; the next graph's ids go by it. */
  readonly place: Int32Array
  /** By node: k of v_k; 0 for inputs and constants. */
  readonly number: Int32Array
  /** By node: 1 where some input acts on it. */
  readonly varied: Uint8Array
  /** By node: index into `shapes`. */
  readonly shape: Uint16Array
  readonly shapes: readonly Shape[]
  /** By node: index into `modules`, or -1. */
  readonly module: Int32Array
  readonly modules: readonly Module[]
  /** The names that definitions give to nodes, inputs included, in order of definition. */
  readonly names: ReadonlyMap<NodeIndex, readonly string[]>
  readonly inputs: readonly Input[]
  readonly outputs: readonly Output[]
  /** Whether data are held: forward mode then takes no passes for their entries. */
  readonly holdsData?: boolean
  /** Where nodes stand in the text, sorted by `from`; a shared node stands in several places. */
  readonly occurrences: { readonly node: Int32Array; readonly from: Int32Array; readonly to: Int32Array }
}
