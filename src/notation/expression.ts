import { bindingOf, PREFIX_PRECEDENCE } from '../language/precedence.ts'
import type { Call, Expression, Infix, InfixOperator, Prefix } from '../language/syntax.ts'

/** A written expression, with what holds it together at its outside. */
export interface Piece {
  readonly text: string
  /** As of the language's operators; ATOM where nothing outside can tear it apart. */
  readonly precedence: number
  /** Whether it begins with a sign, so that it is bracketed after an operator: 2·(−3). */
  readonly signed?: boolean
}

/** A way of writing expressions: LaTeX, text on the screen, or speech. */
export interface Notation {
  readonly literal: (value: number) => Piece
  readonly name: (name: string) => Piece
  readonly infix: (operator: InfixOperator, left: string, right: string) => string
  readonly minus: (operand: string) => string
  readonly call: (callee: string, operands: readonly Piece[]) => Piece
  readonly bracketed: (text: string) => string
  /** Whether the operator's notation holds the operand in its slot together: a fraction, an exponent. */
  readonly holds: (operator: InfixOperator, slot: 0 | 1) => boolean
  /** Stands for what is left out of an expression that is too long. */
  readonly ellipsis: string
}

export const ATOM = Number.POSITIVE_INFINITY

export const atom = (text: string): Piece => ({ text, precedence: ATOM })

/** Deeper parts and further leaves than these are left out. */
const DEEPEST = 24
const MOST_LEAVES = 40

/** Writes an expression, with the brackets that it needs and no others. Long ones are cut off with an ellipsis. */
export function written(expression: Expression, notation: Notation): Piece {
  return new Writer(notation).write(expression, 0)
}

class Writer {
  readonly #notation: Notation
  #leaves = 0

  constructor(notation: Notation) {
    this.#notation = notation
  }

  write(expression: Expression, depth: number): Piece {
    if (this.#leaves >= MOST_LEAVES) return atom(this.#notation.ellipsis)
    if (expression.kind === 'number') return this.#leaf(this.#notation.literal(expression.value))
    if (expression.kind === 'name') return this.#leaf(this.#notation.name(expression.name))
    if (depth >= DEEPEST) return atom(this.#notation.ellipsis)
    if (expression.kind === 'call') return this.#call(expression, depth)
    if (expression.kind === 'prefix') return this.#prefix(expression, depth)
    return this.#infix(expression, depth)
  }

  #leaf(piece: Piece): Piece {
    this.#leaves++
    return piece
  }

  #call({ callee, operands }: Call, depth: number): Piece {
    const shown = operands.slice(0, MOST_LEAVES).map((operand) => this.write(operand, depth + 1))
    return this.#notation.call(callee, shown)
  }

  #prefix({ operator, operand }: Prefix, depth: number): Piece {
    const piece = this.write(operand, depth + 1)
    if (operator === '+') return piece
    const text = this.#bracketedIf(piece.precedence < PREFIX_PRECEDENCE || piece.signed === true, piece)
    return { text: this.#notation.minus(text), precedence: PREFIX_PRECEDENCE, signed: true }
  }

  #infix({ operator, left, right }: Infix, depth: number): Piece {
    const { infix, holds } = this.#notation
    const { precedence, associativity } = bindingOf(operator)
    const a = this.write(left, depth + 1)
    const b = this.write(right, depth + 1)
    const tearsLeft = a.precedence < precedence || (a.precedence === precedence && associativity !== 'left')
    const tearsRight = b.precedence < precedence || (b.precedence === precedence && associativity !== 'right')
    const first = this.#bracketedIf(tearsLeft && !holds(operator, 0), a)
    const second = this.#bracketedIf((tearsRight || b.signed === true) && !holds(operator, 1), b)
    return { text: infix(operator, first, second), precedence, signed: a.signed && first === a.text }
  }

  #bracketedIf(tears: boolean, { text }: Piece): string {
    return tears ? this.#notation.bracketed(text) : text
  }
}
