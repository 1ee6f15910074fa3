import type { Span } from './syntax.ts'

export interface Change extends Span {
  readonly insert: string
}

/** A change of the text that mends the problem; applied as a whole, offsets refer to the text before it. */
export interface Fix {
  readonly label: string
  readonly changes: readonly Change[]
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

export const replacing = ({ from, to }: Span, insert: string): Change => ({ from, to, insert })
export const inserting = (at: number, insert: string): Change => ({ from: at, to: at, insert })
export const deleting = (span: Span): Change => replacing(span, '')
