/** A cell of a table that leaves the page, in each of the forms it may take. */
export interface SheetCell {
  /** For reading: `x₁`, `−0.4161`. */
  readonly text: string
  readonly latex: string
  /** With every digit: `-0.4161468365471424`. */
  readonly data: string
  /** Where a worksheet leaves a blank, or its key fills it: the mark is its number, which stands in the texts too. */
  readonly blank?: { readonly mark: number; readonly isFilled: boolean }
}

export interface Sheet {
  readonly head: readonly SheetCell[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Columns that begin it and hold no numbers. */
  readonly words: number
}

export const SHEET_FORMATS = ['Markdown', 'LaTeX', 'CSV'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

/** A table as text to paste elsewhere. */
export const writtenSheet = (sheet: Sheet, format: SheetFormat): string =>
  ({ Markdown: markdown, LaTeX: tabular, CSV: csv })[format](sheet)

const all = ({ head, rows }: Sheet): readonly (readonly SheetCell[])[] => [head, ...rows]

/** A table of GitHub Flavored Markdown: numbers stand to the right. */
function markdown(sheet: Sheet): string {
  const [head, ...rows] = all(sheet).map((cells) => piped(cells.map(({ text }) => unmarked(text))))
  return ended([head, piped(sheet.head.map((_, i) => (i < sheet.words ? '---' : '---:'))), ...rows], '\n')
}

const piped = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** As it stands, though Markdown would take a sign for markup or mathematics. */
export const unmarked = (text: string): string => text.replace(/[\\|*_`<[\]~$&#]/g, '\\$&').replace(/\s+/g, ' ')

/** LaTeX's tabular with the rules of booktabs, and mathematics between dollar signs. */
function tabular(sheet: Sheet): string {
  const columns = sheet.head.map((_, i) => (i < sheet.words ? 'l' : 'r')).join('')
  const [head, ...rows] = all(sheet).map(latexRow)
  const needs = rows.some((row) => row.includes('{bmatrix}')) ? 'amsmath, booktabs' : 'booktabs'
  return ended(
    [
      `% needs \\usepackage{${needs}}`,
      ...[
        `\\begin{tabular}{${columns}}`,
        '  \\toprule',
        head,
        '  \\midrule',
        ...rows,
        '  \\bottomrule',
        '\\end{tabular}',
      ],
    ],
    '\n',
  )
}

/** A row of LaTeX's tables. A bracket at its start would be taken for a length that belongs to the row before. */
export const latexRow = (cells: readonly SheetCell[]): string =>
  `  ${cells.map(({ latex }) => latex).join(' & ')} \\\\`.replace(/^ {2}(?=[[*])/, '  {}')

/** RFC 4180. */
function csv(sheet: Sheet): string {
  const records = all(sheet).map((cells) => cells.map(({ data }) => quoted(harmless(data))).join(','))
  return ended(records, '\r\n')
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

const NUMBER = /^-?(\d+(\.\d+)?(e[+-]\d+)?|Infinity)$/

/** What a spreadsheet would compute as a formula is text after an apostrophe; numbers stay as they are. */
const harmless = (field: string): string =>
  /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(field) && !NUMBER.test(field) ? `'${field}` : field

const ended = (lines: readonly string[], end: string): string => lines.map((line) => line + end).join('')
