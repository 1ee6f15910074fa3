import type { Expression } from '../../../language/syntax.ts'
import { type DualStep, EPSILON_NAME, tangentName } from '../../../methods/dual.ts'
import { atom, type Piece, written } from '../../../notation/expression.ts'
import { coloured, latexNotation, latexNumberPiece } from '../../../notation/latex.ts'
import { latexName } from '../../../notation/names.ts'
import { operandNames } from '../../../primitives/index.ts'
import type { Primitive } from '../../../primitives/primitive.ts'

const EPSILON = '\\varepsilon'

/** The primitive’s rule on pairs: sin(x + ẋε) = sin(x) + cos(x)·ẋ·ε. */
export function ruleLatex({ rule, operands }: DualStep, primitive: Primitive): string {
  const names = new Map<string, Piece>()
  for (const name of operandNames(primitive, operands.length)) {
    names.set(name, atom(latexName(name)))
    names.set(tangentName(name), atom(coloured('tangent', latexName(name, '\\dot'))))
  }
  const write = writer(names)
  return `${write(rule.ofPairs)} = ${write(rule.pair)}`
}

/** The same with the numbers of the operands, and what comes of it. */
export function numbersLatex({ rule, operands, value, tangent }: DualStep, primitive: Primitive): string {
  const numbers = new Map<string, Piece>()
  for (const [slot, name] of operandNames(primitive, operands.length).entries()) {
    numbers.set(name, latexNumberPiece(operands[slot].value))
    numbers.set(tangentName(name), tangentPiece(operands[slot].tangent))
  }
  const write = writer(numbers)
  return `${write(rule.ofPairs)} = ${write(rule.pair)} = ${pairLatex(value, tangent)}`
}

function tangentPiece(tangent: number | null): Piece {
  const piece = latexNumberPiece(tangent ?? 0)
  return { ...piece, text: coloured('tangent', piece.text) }
}

function pairLatex(value: number, tangent: number | null): string {
  const size = Math.abs(tangent ?? 0)
  const sign = (tangent ?? 0) < 0 ? '-' : '+'
  return `${latexNumberPiece(value).text} ${sign} ${coloured('tangent', latexNumberPiece(size).text)}\\,${EPSILON}`
}

/** Writes expressions with these pieces for their names. */
function writer(named: ReadonlyMap<string, Piece>): (expression: Expression) => string {
  const notation = latexNotation((name) =>
    name === EPSILON_NAME ? atom(EPSILON) : (named.get(name) ?? atom(latexName(name))),
  )
  return (expression) => written(expression, notation).text
}
