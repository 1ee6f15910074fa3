import type { Span } from '../../../core.ts'

/** Where the program is edited: it can put the caret somewhere and take the focus. */
interface Place {
  readonly select: (span: Span) => void
  /** What is selected; left out where nobody can tell. */
  readonly selected?: () => Span
}

let place: Place | null = null

/** The editor that stands on the page. */
export const setPlace = (editor: Place | null): void => {
  place = editor
}

/** Puts the caret there, in sight, with the focus. */
export const goTo = (span: Span): void => place?.select(span)

export const selectedSpan = (): Span | null => place?.selected?.() ?? null
