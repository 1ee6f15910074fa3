import { type DocumentFormat, documentFile } from '../exports/documents/documents.ts'
import { solutionAtHand } from '../state/shownSolution.ts'
import { now } from '../state/store.ts'
import { Fault } from './fault.ts'

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  ...{ markdown: 'Markdown', latex: 'LaTeX', csv: 'CSV', html: 'HTML' },
}

/** Every step of the modes shown with its numbers, as a document. */
export async function solution(format: string): Promise<string | Uint8Array> {
  const known = solutionAtHand(now())
  if (!known) throw new Fault(1, 'gradual: There is nothing to solve.\n')
  const { data } = await documentFile(known, 'solution', FORMATS[format], new Set())
  return data
}
