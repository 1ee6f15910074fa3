import type { Value } from '../graph/graph.ts'
import { whereTold } from '../notation/asked.ts'
import { latexCell } from '../notation/latexNumbers.ts'
import { nodeLatex } from '../notation/latexSymbols.ts'
import { LATEX } from '../notation/media.ts'
import { displayName, latexName } from '../notation/names.ts'
import { entriesOf, exact, full, short } from '../notation/numbers.ts'
import { operationPiece } from '../notation/partials.ts'
import type { Sheet, SheetCell } from '../notation/sheet.ts'
import { readerName } from '../notation/symbols.ts'
import { type Column, frameOfColumn, rowAt, type Standing, type TableCell, traceNodes } from './table.ts'

const EMPTY: SheetCell = { text: '', latex: '', data: '' }

export const word = (text: string): SheetCell => ({ text, latex: text, data: text })

export const maths = (latex: string): string => `$${latex}$`

export const named = (name: string): SheetCell => ({
  text: displayName(name),
  latex: maths(latexName(name)),
  data: name,
})

/** Entries that are written in a cell for reading; of larger arrays the shape is. */
const MOST_ENTRIES = 16

/** A number; a dash to read and 0 as data where no path leads. */
export const numbered = ({ value, absent, isTold }: Omit<TableCell, 'present'>): SheetCell =>
  whereTold(isTold, () => ({
    text: absent ? '–' : isSmall(value) ? full(value) : short(value),
    latex: absent ? '--' : maths(latexCell(value)),
    data: exact(value),
  }))

const isSmall = (value: Value): boolean => typeof value === 'number' || entriesOf(value).length <= MOST_ENTRIES

/** The whole evaluation trace, as far as the passes have come. */
export function traceSheet(standings: readonly Standing[], columns: readonly Column[]): Sheet {
  const { graph } = standings[0].list.primal
  const frames = columns.map(frameOfColumn)
  return {
    head: [...['node', 'operation', 'value'].map(word), ...columns.map(headOf)],
    rows: traceNodes(graph).map((node) => {
      const { operation, value, cells } = rowAt(standings, frames, node)
      return [
        { ...named(readerName(graph, node) ?? ''), latex: maths(nodeLatex(graph, node)) },
        operation === null
          ? word('input')
          : { text: operation, latex: maths(operationPiece(graph, node, LATEX).text), data: operation },
        ...[value, ...cells].map((cell) => (cell ? numbered(cell) : EMPTY)),
      ]
    }),
    words: 2,
  }
}

function headOf({ number, name }: Column): SheetCell {
  const { text, latex, data } = named(name)
  // A product is no name: J·v.
  const isProduct = name.includes('·')
  const before = `${number}, ${isProduct ? '' : 'seed '}`
  return {
    text: before + (isProduct ? name : text),
    latex: before + (isProduct ? maths(name.replace('·', ' ').replace('ᵀ', '^{\\top}')) : latex),
    data: before + data,
  }
}

/** The Jacobian by entries: a row for each output, a column for each input; null is not yet computed. */
export const jacobianSheet = (
  outputs: readonly string[],
  inputs: readonly string[],
  at: (row: number, column: number) => TableCell | null,
): Sheet => ({
  head: [EMPTY, ...inputs.map(named)],
  rows: outputs.map((output, row) => [
    named(output),
    ...inputs.map((_, column) => {
      const cell = at(row, column)
      return cell ? numbered(cell) : EMPTY
    }),
  ]),
  words: 1,
})
