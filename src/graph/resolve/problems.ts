import { type Diagnostic, error, type Fix, note, warning } from '../../language/diagnostic.ts'
import { replacing } from '../../language/edits.ts'
import { MAX_ERRORS, MAX_REMARKS } from '../../language/limits.ts'
import type { Span } from '../../language/syntax.ts'

const MOST_KEPT = { error: MAX_ERRORS, warning: MAX_REMARKS, note: MAX_REMARKS }

/** What there is to say about a program: of each severity the first ones. */
export class ProgramProblems {
  readonly #kinds = new Set<string>()
  readonly #found = { error: [] as Diagnostic[], warning: [] as Diagnostic[], note: [] as Diagnostic[] }

  get failed(): boolean {
    return this.#found.error.length > 0
  }
  /** Whether no more of them are listed; what takes long to word need not be worded then. */
  isFull(severity: Diagnostic['severity']): boolean {
    return this.#found[severity].length >= MOST_KEPT[severity]
  }
  error(message: string, at: Span, fix?: Fix): void {
    this.#add(error(at, message, fix))
  }
  warning(message: string, at: Span, fix?: Fix): void {
    this.#add(warning(at, message, fix))
  }
  note(message: string, at: Span, fix?: Fix): void {
    this.#add(note(at, message, fix))
  }
  /** A note of which one of the kind is enough. */
  noteOnce(kind: string, at: Span, message: () => string): void {
    if (this.#kinds.size === this.#kinds.add(kind).size) return
    this.note(message(), at)
  }
  /** In order of the text. */
  get list(): Diagnostic[] {
    const { error, warning, note } = this.#found
    return [...error, ...warning, ...note].sort((a, b) => a.from - b.from)
  }

  #add(diagnostic: Diagnostic): void {
    if (!this.isFull(diagnostic.severity)) this.#found[diagnostic.severity].push(diagnostic)
  }
}

/** A fix of one change. */
export const replace = (label: string, at: Span, insert: string): Fix => ({ label, changes: [replacing(at, insert)] })
