import { type Sheet, writtenSheet } from '../../notation/sheet.ts'
import type { ExportedFile } from '../exported.ts'
import { htmlDocument } from './htmlDocument.ts'
import { latexDocument } from './latexDocument.ts'
import { markdownDocument } from './markdownDocument.ts'
import type { Solution } from './solution.ts'
import { wholeTrace } from './trace.ts'
import { stepSheet, traceDocument, workedSolution } from './worked.ts'
import { BLANKS, type BlankKind, worksheet } from './worksheet.ts'
import type { Pausing, WrittenDocument } from './writtenDocument.ts'

export type { BlankKind, Pausing, Solution }
export { BLANKS }

export const DOCUMENTS = ['trace', 'solution', 'worksheet', 'key'] as const
export type DocumentName = (typeof DOCUMENTS)[number]

export const DOCUMENT_FORMATS = ['LaTeX', 'Markdown', 'CSV', 'HTML'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

const WRITERS = { LaTeX: latexDocument, Markdown: markdownDocument, HTML: htmlDocument } as const
const FILES = {
  LaTeX: ['tex', 'application/x-tex'],
  Markdown: ['md', 'text/markdown'],
  CSV: ['csv', 'text/csv'],
  HTML: ['html', 'text/html'],
} as const

/** Passes that a table as data has. */
const MOST_PASSES_AS_DATA = 1000

/** Whether the document is a table, too. */
export const isWrittenAs = (document: DocumentName, format: DocumentFormat): boolean =>
  format !== 'CSV' || document === 'trace' || document === 'solution'

/** A document of the program as a file; `blank` says what a worksheet and its key ask for. */
export async function documentFile(
  solution: Solution,
  document: DocumentName,
  format: DocumentFormat,
  blank: ReadonlySet<BlankKind>,
  rest: Pausing = () => null,
): Promise<ExportedFile> {
  const [ending, type] = FILES[format]
  const data =
    format === 'CSV'
      ? writtenSheet(await sheetOf(solution, document, rest), 'CSV')
      : await WRITERS[format](await documentOf(solution, document, blank, rest), rest)
  return { name: `gradual-${document}.${ending}`, type, data }
}

const sheetOf = (solution: Solution, document: DocumentName, rest: Pausing): Sheet | Promise<Sheet> =>
  document === 'trace' ? wholeTrace(solution, MOST_PASSES_AS_DATA).sheet : stepSheet(solution, rest)

function documentOf(
  solution: Solution,
  document: DocumentName,
  blank: ReadonlySet<BlankKind>,
  rest: Pausing,
): WrittenDocument | Promise<WrittenDocument> {
  if (document === 'trace') return traceDocument(solution)
  return document === 'solution' ? workedSolution(solution, rest) : worksheet(solution, blank, document === 'key')
}
