import type { Common, Cost, Primitive } from './primitive.ts'
import type { Shape } from './shape.ts'
import type { Value } from './value.ts'
import type { Attributes, Mismatch, Plan } from './wiring.ts'

/** What a call fixes before the program runs: its operands after the computed ones, and its keywords. */
export interface Fixed {
  /** What stands in quotes before the operands. */
  readonly text?: string
  readonly operands: readonly Value[]
  readonly keywords: ReadonlyMap<string, Value>
}

interface ArraySample {
  readonly shapes: readonly Shape[]
  readonly fixed?: Fixed
  /** What no call fixes. */
  readonly attributes?: Attributes
}

interface Arrayed extends Omit<Common, 'samples' | 'pattern' | 'domain' | 'drops' | 'conventions' | 'plot'> {
  /** Of the operands that are computed; those after `most` are fixed: `reshape(x, [2, 3])`. */
  readonly arity: { readonly least: number; readonly most: number }
  /** The items of an array literal that is the only operand are the operands: `concat([a, b])`. */
  readonly spreads?: boolean
  /** How it is called, for completion and messages: `reshape(x, shape)`. */
  readonly usage: string
  /** What is fixed, read; a sentence where it makes no sense. */
  readonly attributes: (fixed: Fixed) => Attributes | string
  readonly plan: (shapes: readonly Shape[], attributes: Attributes) => Plan | Mismatch
  readonly views: (slot: number, shapes: readonly Shape[], attributes: Attributes) => EdgeViews
  /** Shapes of operands, and what is fixed, at which tests compare it with an independent method. */
  readonly samples: readonly ArraySample[]
  /** Whether no call of the language says it, since what it fixes are places: front ends make it. */
  readonly isUnwritten?: boolean
}

/** v[row] = Σ x[column]·y[column]: matrix products and their kin. Each operand is the other's partial. */
export interface Contraction extends Arrayed {
  readonly kind: 'contraction'
}

/** Every entry of the value is a copy of one entry of an operand. */
export interface Selection extends Arrayed {
  readonly kind: 'selection'
}

/** The entries of each operand that a block has, in order. */
export type BlockOperands = readonly (readonly number[])[]

/** A vector function of blocks of entries, whose partials are kept: softmax, the inverse of a matrix. */
export interface Blockwise extends Arrayed {
  readonly kind: 'blockwise'
  /** So many values of a block. */
  readonly value: (operands: BlockOperands, count: number) => readonly number[]
  /**
   * ∂v[row]/∂x[column] within a block, x in the slot, given its operands and values: what all of them share is computed
   * once. Null where there is nothing to pass on, if `drops`; null for all where the function is flat between its jumps.
   */
  readonly partials: ((slot: number, operands: BlockOperands, values: readonly number[]) => BlockPartial) | null
  readonly drops?: boolean
  /** The formula of its partials where they are one number whatever the operands are: then they do not move. */
  readonly constant?: (group: number) => string
  /** Of a block of a plan’s group: its values, and by slot all its partials. */
  readonly cost: (group: number) => { readonly value: Cost; readonly partials: readonly Cost[] }
  /** The values of a block in operations between numbers. */
  readonly inNumbers: <Number>(
    write: Arithmetic<Number>,
    operands: readonly (readonly Number[])[],
    count: number,
  ) => readonly Number[]
  /** How many nodes a block then becomes, by a plan’s group; about as many as it has partials if left out. */
  readonly sizeInNumbers?: (group: number) => number
}

type BlockPartial = (row: number, column: number) => number | null

/** Operations between numbers, or between nodes that stand for them. */
export interface Arithmetic<Number> {
  readonly number: (x: number) => Number
  readonly call: (name: string, ...operands: Number[]) => Number
}

/** An operation that arrays need: its value and its local Jacobian follow from its plan. */
export type ArrayPrimitive = Contraction | Selection | Blockwise

/** Whatever the tape can hold besides inputs, constants and closed modules. */
export type Operation = Primitive | ArrayPrimitive

export const isArrayPrimitive = (operation: Operation): operation is ArrayPrimitive => 'kind' in operation

/**
 * What an edge does, in the program's language: names as in partials' formulas (x and y, or x1, x2 …; v the value), `t` for
 * the operand's tangent, `a` for the value's adjoint. Where the language has no words for it, plain ones.
 */
export type EdgeRule = { readonly formula: string } | { readonly words: string }

export interface EdgeViews {
  /** Of the local Jacobian: “diagonal”, “W, once for each column”. */
  readonly structure: string
  /** The term of a tangent pass: Jacobian-vector product. */
  readonly push: EdgeRule
  /** The term of an adjoint pass: vector-Jacobian product. */
  readonly pull: EdgeRule
}

/** A function of fixed operands that gives a constant: `zeros(2, 3)`, `randn([2, 3], 7)`. */
export interface Generator {
  readonly name: string
  readonly title: string
  readonly meaning: string
  readonly usage: string
  readonly value: (fixed: Fixed) => Value | string
}
