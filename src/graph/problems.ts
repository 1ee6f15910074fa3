import type { Diagnostic, Fix } from '../language/diagnostic.ts'
import { MAX_ERRORS, MAX_REMARKS } from '../language/limits.ts'
import type { Span } from '../language/syntax.ts'

const MOST = { error: MAX_ERRORS, warning: MAX_REMARKS, note: MAX_REMARKS }

/** What there is to say about a program: of each severity the first ones. */
export class Problems {
  readonly #found = { error: [] as Diagnostic[], warning: [] as Diagnostic[], note: [] as Diagnostic[] }

  get failed(): boolean {
    return this.#found.error.length > 0
  }
  error(message: string, at: Span, fix?: Fix): void {
    this.#add('error', message, at, fix)
  }
  warning(message: string, at: Span, fix?: Fix): void {
    this.#add('warning', message, at, fix)
  }
  note(message: string, at: Span, fix?: Fix): void {
    this.#add('note', message, at, fix)
  }
  /** Whether no more of them are listed; what takes long to word need not be worded then. */
  isFull(severity: Diagnostic['severity']): boolean {
    return this.#found[severity].length >= MOST[severity]
  }
  /** In order of the text. */
  get list(): Diagnostic[] {
    const { error, warning, note } = this.#found
    return [...error, ...warning, ...note].sort((a, b) => a.from - b.from)
  }

  #add(severity: Diagnostic['severity'], message: string, { from, to }: Span, fix?: Fix): void {
    const found = this.#found[severity]
    if (!this.isFull(severity)) found.push({ severity, message, from, to, ...(fix && { fix }) })
  }
}

/** A fix of one change. */
export const replace = (label: string, { from, to }: Span, insert: string): Fix => ({
  label,
  changes: [{ from, to, insert }],
})

/** Program text for a message: its beginning. */
export const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
