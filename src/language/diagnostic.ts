import type { Change } from './edits.ts'
import type { Span } from './syntax.ts'

/** A change of the text that mends the problem, applied as a whole. */
export interface Fix {
  readonly label: string
  readonly changes: readonly Change[]
  /** What it writes, where it replaces a whole text: shown before it is applied. */
  readonly preview?: string
}

/** Something to say about the program: what is wrong in plain words, where, and what to do. Offsets are UTF-16. */
export interface Diagnostic extends Span {
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly fix?: Fix
}

const diagnose =
  (severity: Diagnostic['severity']) =>
  ({ from, to }: Span, message: string, fix?: Fix): Diagnostic =>
    fix ? { severity, message, from, to, fix } : { severity, message, from, to }

export const error = diagnose('error')
export const warning = diagnose('warning')
export const note = diagnose('note')
