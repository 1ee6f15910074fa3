import { type Diagnostic, error } from './diagnostic.ts'
import {
  MAX_ERRORS,
  MAX_NESTING,
  MAX_OPERATIONS,
  MAX_REMARKS,
  MAX_STATEMENTS,
  MAX_SUBSCRIPTS,
  MAX_WORDS,
} from './limits.ts'
import type { Span } from './syntax.ts'
import { grouped } from './words.ts'

const LIMITS = {
  nesting: `Brackets or signs are nested too deeply here: at most ${grouped(MAX_NESTING)} levels are read. Give inner parts names of their own.`,
  subscripts: `Subscripts stand in each other too deeply here: at most ${MAX_SUBSCRIPTS} levels are read. Give inner parts names of their own.`,
  operations: `This program is too large: at most ${grouped(MAX_OPERATIONS)} operations are read. What follows from here is left out.`,
  words: `This program is too large: at most ${grouped(MAX_WORDS)} numbers, names, signs and brackets are read. What follows is left out.`,
  statements: `This program has too many statements: at most ${grouped(MAX_STATEMENTS)} are read. What follows from here is left out.`,
}

/** What reading a program has found so far. Once it is full, nothing more is read. */
export class ParseProblems {
  readonly diagnostics: Diagnostic[] = []
  #errors = 0
  #remarks = 0
  #stopped = false

  get full(): boolean {
    return this.#stopped || this.#errors >= MAX_ERRORS
  }

  report(problem: Diagnostic): void {
    this.#errors++
    this.diagnostics.push(problem)
  }

  /** A warning or a note; one more than fits is not even made. */
  remark(make: () => Diagnostic): void {
    if (this.#remarks++ < MAX_REMARKS) this.diagnostics.push(make())
  }

  /** The whole text is left unread, for a reason that is a sentence. */
  refuse(text: Span, reason: string): void {
    this.report(error(text, `${reason} It is kept, but not read: undo, or delete some of it.`))
    this.#stopped = true
  }

  /** Only the first limit that stops the reading is said. */
  passed(limit: keyof typeof LIMITS, span: Span): void {
    if (this.#stopped) return
    this.report(error(span, LIMITS[limit]))
    this.#stopped ||= limit !== 'nesting' && limit !== 'subscripts'
  }
}
