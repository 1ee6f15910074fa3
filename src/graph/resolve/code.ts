import type { Expression } from '../../language/syntax.ts'
import type { Tensor } from '../../primitives/value.ts'
import { type Attributes, NO_ATTRIBUTES } from '../../primitives/wiring.ts'
import { mix } from '../hash.ts'
import { LEAST_ROOM, widened } from '../intList.ts'
import { Register } from '../register.ts'
import type { DeclarationIndex } from './declarations.ts'

/** A number or an array; `argument` is its place in `literals`. */
export const LITERAL = 0
/** An operand of the function that the step stands in; `argument` is its slot. */
export const PARAMETER = 1
/** A name; `argument` is its declaration. */
export const REFERENCE = 2
/** An operation of the last `count` results; `argument` is its op, `attribute` what its call fixes. */
export const APPLY = 3
/** A function of the program, of the last `count` results; `argument` is its declaration. */
export const CALL = 4
/** What changes nothing, such as the plus in `+x`. */
export const SAME = 5
/** The shape of the last result, or one length of it; `argument` is the axis. */
export const SHAPE = 6
/** A value of the block of a run that the step stands in; `argument` is its number. Nothing in the text stands for it. */
export const LOCAL = 7

/** The slot of a called function's body in paths; operands have the slots 0, 1, 2 …. */
const BODY = -1

/**
 * The expressions of a program in post-order, their names resolved: one list of steps, of which each declaration owns
 * those from start[d] to end[d]. Steps work on a stack of results.
 */
export class Code {
  readonly literals: (number | Tensor)[] = []
  readonly attributes = new Register<Attributes>(NO_ATTRIBUTES)
  /** By step. */
  readonly expression: Expression[] = []
  /** By declaration: its steps; none for an implicit one. */
  readonly #start: number[] = []
  readonly #end: number[] = []

  /** Those of steps that are still to come, while paths are found. */
  readonly #paths: number[] = []

  /** By step, with room for more: what it does. */
  kind: Int32Array
  /** What it does it with. */
  argument: Int32Array
  /** How many results it takes. */
  count: Int32Array
  /** A hash of its path of slots from the root of its expression. */
  path: Int32Array
  /** Index of what its call fixes, in `attributes`. */
  attribute: Int32Array

  /** `room` is how many steps there will be, as far as is known. */
  constructor(room = 0) {
    const most = Math.max(room, LEAST_ROOM)
    this.kind = new Int32Array(most)
    this.argument = new Int32Array(most)
    this.count = new Int32Array(most)
    this.path = new Int32Array(most)
    this.attribute = new Int32Array(most)
  }

  get length(): number {
    return this.expression.length
  }

  emit(kind: number, argument: number, count: number, expression: Expression, attribute = 0): void {
    const step = this.expression.push(expression) - 1
    if (step === this.kind.length) this.#widen()
    this.kind[step] = kind
    this.argument[step] = argument
    this.count[step] = count
    this.attribute[step] = attribute
  }

  #widen(): void {
    this.kind = widened(this.kind)
    this.argument = widened(this.argument)
    this.count = widened(this.count)
    this.path = widened(this.path)
    this.attribute = widened(this.attribute)
  }

  emitLiteral(value: number | Tensor, expression: Expression): void {
    this.emit(LITERAL, this.literals.push(value) - 1, 0, expression)
  }

  /** Makes the last step, a number, the negative number that the minus before it writes. */
  negateLiteral(expression: Expression): void {
    this.literals[this.literals.length - 1] = -(this.literals[this.literals.length - 1] as number)
    this.expression[this.length - 1] = expression
  }

  /** The steps from `start` to here are the declaration's. */
  own(declaration: DeclarationIndex, start: number): void {
    this.#start[declaration] = start
    this.#end[declaration] = this.length
  }

  /** Its steps are those of another. */
  share(declaration: DeclarationIndex, other: DeclarationIndex): void {
    this.#start[declaration] = this.#start[other]
    this.#end[declaration] = this.#end[other]
  }

  /** So are the steps of its expression. Backwards they run from the root to the operands, the last operand first. */
  finish(declaration: DeclarationIndex, start: number): void {
    this.own(declaration, start)
    const { kind, count, path } = this
    const paths = this.#paths
    paths.push(0)
    for (let step = this.length - 1; step >= start; step--) {
      path[step] = paths.pop() as number
      if (kind[step] === SAME) paths.push(path[step])
      else for (let slot = 0; slot < count[step]; slot++) paths.push(mix(path[step], slot))
    }
  }

  /** The steps of a declaration; none for an implicit one. */
  range(declaration: DeclarationIndex): { start: number; end: number } {
    return { start: this.#start[declaration] ?? 0, end: this.#end[declaration] ?? 0 }
  }

  /** The declarations that a declaration's steps refer to, in order of appearance, repeated as they are. */
  eachReference(declaration: DeclarationIndex, take: (to: DeclarationIndex) => void): void {
    const { kind, argument } = this
    const { start, end } = this.range(declaration)
    for (let step = start; step < end; step++) if (kind[step] === REFERENCE || kind[step] === CALL) take(argument[step])
  }

  /** Whether the steps are numbers, arrays and operations only. */
  isConstant({ start, end }: { start: number; end: number }): boolean {
    for (let step = start; step < end; step++) {
      const kind = this.kind[step]
      if (kind === PARAMETER || kind === REFERENCE || kind === CALL) return false
    }
    return true
  }
}

/** The path of a called function's body, from the path of the call. */
export const bodyPath = (call: number): number => mix(call, BODY)
