import type { Expression, Span } from '../language/syntax.ts'
import { array, call, named } from './expressions.ts'
import { cellsOf, type MathNode, Unread } from './mathNode.ts'
import { mathTokens } from './mathTokens.ts'
import { type FormulaPart, scalar } from './part.ts'
import { type Reader, within } from './reader.ts'

/** The rows between the brackets of a matrix; a single column is a vector. */
export function matrix(reader: Reader, node: MathNode, left: string, at: Span): FormulaPart {
  if (left !== '(' && left !== '[') throw new Unread('A table is read in cases and in matrices.', at)
  const rows = cellsOf(node).map((cells) => cells.map((cell) => within(reader, cell).expression))
  if (rows.every(({ length }) => length === 1)) return { expression: array(rows.map(([cell]) => cell)), rank: 'vector' }
  if (rows.length === 1) return { expression: array(rows[0]), rank: 'row' }
  return { expression: array(rows.map((cells) => array(cells))), rank: 'matrix' }
}

/** `\begin{cases}`: the first case whose condition holds; where none does there is no value. */
export function cases(reader: Reader, cells: readonly (readonly MathNode[])[], at: Span): FormulaPart {
  const rows = cells.filter((row) => row.some((cell) => mathTokens([cell], reader.shift).length > 0))
  let value: Expression | null = null
  for (const [of, when] of [...rows].reverse()) {
    const condition = when ? reader.inside([when]).condition() : null
    const { expression } = within(reader, of)
    if (value === null) value = condition ? call('where', condition, expression, named('nan')) : expression
    else if (condition) value = call('where', condition, expression, value)
    else throw new Unread('Only the last case may be without a condition.', at)
  }
  if (!value) throw new Unread('There are no cases here.', at)
  return scalar(value)
}
