import { bindingOf, PREFIX_PRECEDENCE } from '../language/precedence.ts'
import type {
  ArrayLiteral,
  Call,
  Expression,
  Index,
  Infix,
  InfixOperator,
  Prefix,
  Subscript,
} from '../language/syntax.ts'
import { rankOf } from './rank.ts'

/** A written expression and its precedence, which decides whether it needs brackets. */
export interface Piece {
  readonly text: string
  /** That of its outermost operator; ATOM if it never needs brackets. */
  readonly precedence: number
  /** Whether it begins with a sign, so that it is bracketed after an operator: 2·(−3). */
  readonly signed?: boolean
}

/** `axis=0`, written. */
export interface KeywordPiece {
  readonly name: string
  readonly text: string
}

/** A way of writing expressions: LaTeX, text on the screen, or speech. */
export interface Notation {
  readonly literal: (value: number) => Piece
  readonly name: (name: string) => Piece
  /** `areArrays` of a product entry by entry. */
  readonly infix: (operator: InfixOperator, left: string, right: string, areArrays: boolean) => string
  readonly minus: (operand: string) => string
  readonly call: (callee: string, operands: readonly Piece[], keywords: readonly KeywordPiece[]) => Piece
  /** A call of a function that the program defines. */
  readonly ownCall: (callee: string, operands: readonly string[]) => string
  readonly array: (items: readonly string[]) => string
  readonly subscript: (target: string, indices: readonly Index[]) => string
  /** A vector on the left of a matrix product, as a row; left out where vectors are not columns. */
  readonly row?: (text: string) => string
  /** How many axes a name stands for; none where this is left out. */
  readonly rank?: (name: string) => number
  readonly bracketed: (text: string) => string
  /** Whether the operand in that slot needs no brackets, as in a fraction or an exponent. */
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
    if (expression.kind === 'array') return this.#array(expression, depth)
    if (expression.kind === 'subscript') return this.#subscript(expression, depth)
    return this.#infix(expression, depth)
  }

  #leaf(piece: Piece): Piece {
    this.#leaves++
    return piece
  }

  #call({ callee, operands, keywords, isOwn = false }: Call, depth: number): Piece {
    const shown = this.#all(operands, depth)
    if (isOwn)
      return atom(
        this.#notation.ownCall(
          callee,
          shown.map(({ text }) => text),
        ),
      )
    const fixed = keywords.map(({ name, value }) => ({ name, text: this.write(value, depth + 1).text }))
    return this.#notation.call(callee, shown, fixed)
  }

  #all(expressions: readonly Expression[], depth: number): Piece[] {
    return expressions.slice(0, MOST_LEAVES).map((expression) => this.write(expression, depth + 1))
  }

  #array({ items }: ArrayLiteral, depth: number): Piece {
    return atom(this.#notation.array(this.#all(items, depth).map(({ text }) => text)))
  }

  #subscript({ target, indices }: Subscript, depth: number): Piece {
    const piece = this.write(target, depth + 1)
    return atom(this.#notation.subscript(this.#bracketedIf(piece.precedence < ATOM, piece), indices))
  }

  #prefix({ operator, operand }: Prefix, depth: number): Piece {
    const piece = this.write(operand, depth + 1)
    if (operator === '+') return piece
    const text = this.#bracketedIf(piece.precedence < PREFIX_PRECEDENCE || piece.signed === true, piece)
    return { text: this.#notation.minus(text), precedence: PREFIX_PRECEDENCE, signed: true }
  }

  #infix(expression: Infix, depth: number): Piece {
    const { operator, left, right } = expression
    const { infix, holds } = this.#notation
    const { precedence, associativity } = bindingOf(operator)
    const a = this.write(left, depth + 1)
    const b = this.write(right, depth + 1)
    const tearsLeft = a.precedence < precedence || (a.precedence === precedence && associativity !== 'left')
    const tearsRight = b.precedence < precedence || (b.precedence === precedence && associativity !== 'right')
    const first = this.#isRow(expression) ? this.#row(a) : this.#bracketedIf(tearsLeft && !holds(operator, 0), a)
    const second = this.#bracketedIf((tearsRight || b.signed === true) && !holds(operator, 1), b)
    const text = infix(operator, first, second, operator === '*' && this.#isArray(left) && this.#isArray(right))
    return { text, precedence, signed: a.signed && first === a.text }
  }

  /** Whether the left factor is a vector that is not yet a row. */
  #isRow({ operator, left }: Infix): boolean {
    const { rank, row } = this.#notation
    if (operator !== '@' || !rank || !row || rankOf(left, rank) !== 1) return false
    return !(left.kind === 'infix' && left.operator === '@' && rankOf(left.left, rank) === 1)
  }

  #row(piece: Piece): string {
    const text = this.#bracketedIf(piece.precedence < ATOM, piece)
    return this.#notation.row?.(text) ?? text
  }

  #isArray(expression: Expression): boolean {
    const { rank } = this.#notation
    return rank !== undefined && rankOf(expression, rank) > 0
  }

  #bracketedIf(tears: boolean, { text }: Piece): string {
    return tears ? this.#notation.bracketed(text) : text
  }
}
