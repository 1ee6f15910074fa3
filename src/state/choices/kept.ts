import type { State } from '../store.ts'
import { names, recordOf } from './all.ts'

/** The choices that the browser keeps for the visits to come. */
export const KEPT = names.filter((name) => recordOf(name).isKept)

/** Those among what was found there. */
export function keptIn(found: Readonly<Record<string, unknown>>): Partial<State> {
  return Object.fromEntries(
    KEPT.filter((name) => recordOf(name).isKept?.(found[name])).map((name) => [name, found[name]]),
  )
}
