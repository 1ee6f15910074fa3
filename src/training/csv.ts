import { count, grouped, noun, quote } from '../language/words.ts'
import type { DataSet } from './dataSet.ts'

/** What is wrong with pasted text: the row is its line in the text, counted from 1; null where it is about the whole text. */
export interface CsvProblem {
  readonly row: number | null
  readonly message: string
}

/** The samples of the good rows, null where there are none; and what is wrong with each bad row. */
export interface Csv {
  readonly dataSet: DataSet | null
  readonly problems: readonly CsvProblem[]
}

export const MAX_ROWS = 10_000
const MAX_COLUMNS = 100
export const MAX_CHARACTERS = 1_000_000
const MAX_CLASSES = 10

interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * Reads pasted comma-separated values; semicolons and tabs separate too, and then a comma can be the decimal mark. The
 * last column is the target; the first line may name the columns. Words in the target's column are classes.
 */
export function readCsv(text: string): Csv {
  const table = split(text)
  if (typeof table === 'string') return refusal(table)
  const { separator } = table
  const [first, ...rest] = table.rows
  const hasHeader =
    first.cells.some((cell) => cell !== '') && first.cells.every((cell) => numberOf(cell, separator) === null)
  const rows = hasHeader ? rest : table.rows
  if (rows.length === 0) return refusal('There is a line of names, and no row of numbers below it.')
  return read(rows, hasHeader ? first.cells : null, separator)
}

const refusal = (message: string): Csv => ({ dataSet: null, problems: [{ row: null, message }] })

/** The rows of a text, without empty ones; a sentence where it is no table. */
function split(text: string): { rows: readonly Row[]; separator: string } | string {
  if (text.length > MAX_CHARACTERS)
    return `The text has ${grouped(text.length)} characters; up to ${grouped(MAX_CHARACTERS)} can be read. Paste fewer rows.`
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const filled = lines.map((line, i) => ({ line, row: i + 1 })).filter(({ line }) => line.trim() !== '')
  if (filled.length === 0)
    return 'There is nothing here yet. Paste rows of numbers, such as 0.5, 1.2, 0: the last one is the target.'
  if (filled.length > MAX_ROWS + 1)
    return `There are ${grouped(filled.length)} rows; up to ${grouped(MAX_ROWS)} can be read. Paste fewer rows.`
  const separator = ['\t', ';', ','].find((mark) => filled[0].line.includes(mark))
  if (!separator)
    return 'The first row has one column. A row needs at least two, the last of which is the target; a comma, a semicolon or a tab separates them.'
  const rows = filled.map(({ line, row }) => ({ row, cells: cellsOf(line, separator) }))
  if (rows[0].cells.length > MAX_COLUMNS)
    return `The first row has ${rows[0].cells.length} columns; up to ${MAX_COLUMNS} can be read.`
  return { rows, separator }
}

/** The cells of a line; quotation marks keep a separator within a cell. */
function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line)
    if (character === '"') isQuoted = !isQuoted
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += character
  return [...cells, cell.trim()]
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The finite number that a cell holds, or null. */
function numberOf(cell: string, separator: string): number | null {
  const decimal = separator === ',' ? cell : cell.replace(',', '.')
  const written = decimal.replace('−', '-')
  const value = Number(written)
  return NUMBER.test(written) && Number.isFinite(value) ? value : null
}

function read(rows: readonly Row[], header: readonly string[] | null, separator: string): Csv {
  const width = (header ?? rows[0].cells).length
  const isWords = rows.every(({ cells }) => cells.length !== width || numberOf(cells[width - 1], separator) === null)
  const numeric = isWords ? width - 1 : width
  const problems: CsvProblem[] = []
  const samples: { features: number[]; target: string }[] = []
  for (const { row, cells } of rows) {
    const message = problemOf(row, cells, width, numeric, separator)
    if (message) problems.push({ row, message })
    else
      samples.push({
        features: cells.slice(0, -1).map((cell) => numberOf(cell, separator) as number),
        target: isWords ? cells[width - 1] : String(numberOf(cells[width - 1], separator)),
      })
  }
  const features = samples.map((sample) => sample.features)
  const targets = samples.map(({ target }) => target)
  const words = isWords ? new Set(targets).size : 0
  if (words === 1) return refusal(`All rows have the class ${quote(targets[0])}: there is nothing to tell apart.`)
  if (words > MAX_CLASSES)
    return refusal(
      `The last column has ${grouped(words)} different words; up to ${MAX_CLASSES} classes can be told apart.`,
    )
  const columns = header ?? Array.from({ length: width }, (_, i) => (i < width - 1 ? `x${i + 1}` : 'y'))
  return { dataSet: samples.length > 0 ? dataSetOf(features, targets, isWords, columns) : null, problems }
}

function problemOf(
  row: number,
  cells: readonly string[],
  width: number,
  numeric: number,
  separator: string,
): string | null {
  if (cells.length !== width)
    return `Row ${row} has ${cells.length} ${noun(cells.length, 'column')}; the first row has ${width}.`
  const empty = cells.indexOf('')
  if (empty >= 0) return `Row ${row}, column ${empty + 1}: there is no value.`
  const wrong = cells.slice(0, numeric).findIndex((cell) => numberOf(cell, separator) === null)
  return wrong < 0 ? null : `Row ${row}, column ${wrong + 1}: ${quote(cells[wrong])} is not a number.`
}

function dataSetOf(
  features: readonly (readonly number[])[],
  targets: readonly string[],
  isWords: boolean,
  columns: readonly string[],
): DataSet {
  const classes = isWords ? [...new Set(targets)] : numberedClasses(targets)
  const about = `${count(targets.length, 'pasted row')}.`
  const common = { name: 'pasted rows', about, features, columns }
  if (!classes) return { ...common, kind: 'regression', targets: targets.map(Number) }
  const index = new Map(classes.map((name, i) => [name, i]))
  return { ...common, kind: 'classes', classes, targets: targets.map((target) => index.get(target) as number) }
}

/** Targets that are −1 and 1, or count from 0 with each class at least twice (once, if there are two), are classes. */
function numberedClasses(targets: readonly string[]): string[] | null {
  const values = [...new Set(targets.map(Number))].sort((a, b) => a - b)
  if (values.length < 2 || values.length > MAX_CLASSES) return null
  const counts = values.every((value, i) => value === i) && (values.length === 2 || targets.length >= 2 * values.length)
  return counts || (values.length === 2 && values[0] === -1 && values[1] === 1) ? values.map(String) : null
}
