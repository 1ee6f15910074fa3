/** A cell of a table that leaves the page, in each of the forms it may take. */
export interface SheetCell {
  /** For reading: `x₁`, `−0.4161`. */
  readonly text: string
  readonly latex: string
  /** With every digit: `-0.4161468365471424`. */
  readonly data: string
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

/** As it stands, though Markdown would take a sign for markup. */
const unmarked = (text: string): string => text.replace(/[\\|*_`<[\]~]/g, '\\$&').replace(/\s+/g, ' ')

/** LaTeX's tabular, with mathematics between dollar signs. */
function tabular(sheet: Sheet): string {
  const columns = sheet.head.map((_, i) => (i < sheet.words ? 'l' : 'r')).join('')
  const [head, ...rows] = all(sheet).map((cells) => `  ${cells.map(({ latex }) => latex).join(' & ')} \\\\`)
  const hasMatrices = rows.some((row) => row.includes('{bmatrix}'))
  return ended(
    [
      ...(hasMatrices ? ['% needs \\usepackage{amsmath}'] : []),
      ...[`\\begin{tabular}{${columns}}`, '  \\hline', head, '  \\hline', ...rows, '  \\hline', '\\end{tabular}'],
    ],
    '\n',
  )
}

/** RFC 4180. */
function csv(sheet: Sheet): string {
  const records = all(sheet).map((cells) => cells.map(({ data }) => quoted(data)).join(','))
  return ended(records, '\r\n')
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

const ended = (lines: readonly string[], end: string): string => lines.map((line) => line + end).join('')
