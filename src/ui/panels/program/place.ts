import type { Diagnostic } from '../../../core.ts'

/** The id of the region that says problems aloud, which the editor names where it is invalid. */
export const PROBLEMS_SAID = 'problems-said'

const WORDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const

/** “Error, line 3” */
export const problemPlace = ({ severity, from }: Diagnostic, source: string): string =>
  `${WORDS[severity]}, line ${lineOf(source, from)}`

function lineOf(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}
