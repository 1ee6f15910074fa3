import { withAnotherInput, withAnotherOutput } from '../graph/growing/another.ts'
import { edit } from './document.ts'
import { say } from './notices.ts'
import { pause } from './playback.ts'
import { now } from './store.ts'

const WITH = { input: withAnotherInput, output: withAnotherOutput } as const

/** A longer program would take too long to try on. */
export const LONGEST_GROWING = 10_000

export type GrowingEnd = keyof typeof WITH

/** The program as it has grown last, and before. */
let last: { readonly end: GrowingEnd; readonly before: string; readonly grown: string } | null = null

/** Whether it has grown last by this, and nothing has changed since. */
export const hasGrownBy = (end: GrowingEnd, source: string): boolean => last?.end === end && last.grown === source

/** The program as it was before it grew. */
export function takeBack(): void {
  pause()
  if (last?.grown === now().source) edit(last.before)
}

/** The program grows; the editor’s undo takes it back, too. */
export function addAnother(end: GrowingEnd): void {
  pause()
  const { source } = now()
  const grown = source.length > LONGEST_GROWING ? null : WITH[end](source)
  if (grown !== null) {
    last = { end, before: source, grown }
    edit(grown)
  } else say(`No place for another ${end} was found in this program.`)
}
