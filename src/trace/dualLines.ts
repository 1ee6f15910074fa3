import type { Expression } from '../language/syntax.ts'
import { type DualStep, EPSILON_NAME, tangentName } from '../methods/dual.ts'
import { atom, type Notation, type Piece, written } from '../notation/expression.ts'
import { coloured, latexNotation, latexNumberPiece } from '../notation/latex.ts'
import { latexName } from '../notation/names.ts'
import { spokenNotation } from '../notation/spoken.ts'
import { spokenNumber } from '../notation/spokenNumbers.ts'
import { operandNames } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'

/** One side of an equation, for the eye and for the ear. */
export interface EquationSide {
  readonly latex: string
  readonly speech: string
}

/** What stands for the names of a rule. */
type Pieces = ReadonlyMap<string, Piece>

/** The primitive’s rule on pairs: sin(x + ẋε), then = sin(x) + cos(x)·ẋ·ε. */
export function ruleLines({ rule, operands }: DualStep, primitive: Primitive): EquationSide[] {
  const names = operandNames(primitive, operands.length)
  const latex = piecesOf(names, (name, isTangent) =>
    atom(isTangent ? coloured('tangent', latexName(name, '\\dot')) : latexName(name)),
  )
  const speech = piecesOf(names, (name, isTangent) => atom(isTangent ? `${name} dot` : name))
  const line = writer(latex, speech)
  return [line(rule.ofPairs), equals(line(rule.pair))]
}

/** The same with the numbers of the operands, and what comes of it. */
export function numberLines({ rule, operands, value, tangent }: DualStep, primitive: Primitive): EquationSide[] {
  const names = operandNames(primitive, operands.length)
  const numberOf = (name: string, isTangent: boolean): number => {
    const operand = operands[names.indexOf(name)]
    return isTangent ? (operand.tangent ?? 0) : operand.value
  }
  const latex = piecesOf(names, (name, isTangent) => {
    const piece = latexNumberPiece(numberOf(name, isTangent))
    return isTangent ? { ...piece, text: coloured('tangent', piece.text) } : piece
  })
  const speech = piecesOf(names, (name, isTangent) => atom(spokenNumber(numberOf(name, isTangent))))
  const line = writer(latex, speech)
  return [line(rule.ofPairs), equals(line(rule.pair)), equals(pairLine(value, tangent ?? 0))]
}

const piecesOf = (names: readonly string[], piece: (name: string, isTangent: boolean) => Piece): Pieces =>
  new Map(
    names.flatMap((name) => [
      [name, piece(name, false)],
      [tangentName(name), piece(name, true)],
    ]),
  )

const equals = ({ latex, speech }: EquationSide): EquationSide => ({ latex: `= ${latex}`, speech: `equals ${speech}` })

function pairLine(value: number, tangent: number): EquationSide {
  const size = coloured('tangent', latexNumberPiece(Math.abs(tangent)).text)
  return {
    latex: `${latexNumberPiece(value).text} ${tangent < 0 ? '-' : '+'} ${size}\\,\\varepsilon`,
    speech: `${spokenNumber(value)} plus ${spokenNumber(tangent)} epsilon`,
  }
}

/** Writes expressions with these pieces for their names. */
function writer(latex: Pieces, speech: Pieces): (expression: Expression) => EquationSide {
  const notation = (make: typeof latexNotation, pieces: Pieces, epsilon: string): Notation =>
    make((name) => (name === EPSILON_NAME ? atom(epsilon) : (pieces.get(name) ?? atom(name))))
  const forEye = notation(latexNotation, latex, '\\varepsilon')
  const forEar = notation(spokenNotation, speech, 'epsilon')
  return (expression) => ({ latex: written(expression, forEye).text, speech: written(expression, forEar).text })
}
