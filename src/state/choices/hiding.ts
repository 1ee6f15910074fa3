import { PROGRAM } from './belonging.ts'
import { asItIs, setOf } from './choice.ts'
import { listOf, oneOf, text } from './form.ts'

/** What can be kept from the reader until it is asked for. */
export const HIDE_KINDS = ['values', 'tangents', 'adjoints', 'partials', 'counts', 'words', 'results'] as const
export type HideKind = (typeof HIDE_KINDS)[number]

export const HIDE_TITLES: Readonly<Record<HideKind, string>> = {
  values: 'Values',
  tangents: 'Tangents',
  adjoints: 'Adjoints',
  partials: 'Local partials',
  counts: 'Counts',
  words: 'Names of patterns',
  results: 'Results',
}

/** What the reader says before it is told. */
export const PREDICTIONS = ['number', 'node'] as const
export type Predicting = (typeof PREDICTIONS)[number]

/** What is hidden (`state/hiding.ts` says what that means at a moment). */
export const hidden = {
  hide: setOf('hide', listOf(oneOf(HIDE_KINDS)), PROGRAM),
  /** Nodes whose numbers are all covered, by their names on the tape. */
  covered: setOf('covered', listOf(text), PROGRAM),
  predicting: asItIs('predict', oneOf(PREDICTIONS), PROGRAM, null),
}
