import { create } from 'zustand'

/** A part of the page that did not load, or a worker that does not run. */
export interface Missing {
  /** What the user hears of it. */
  readonly sentence: string
  /** How often it was tried in vain. */
  readonly tries: number
  /** Whether the sentence stands where the part would stand; else it stands with the notices. */
  readonly inPlace: boolean
  readonly tryAgain: () => void
}

/** The one place where it is said that something is missing, by what identifies it. */
export const useMissing = create<{ readonly missing: ReadonlyMap<unknown, Missing> }>(() => ({ missing: new Map() }))

const set = (edit: (missing: Map<unknown, Missing>) => void): void =>
  useMissing.setState(({ missing }) => {
    const edited = new Map(missing)
    edit(edited)
    return { missing: edited }
  })

export const miss = (what: unknown, missing: Omit<Missing, 'tries'>): void =>
  set((all) => all.set(what, { ...missing, tries: (all.get(what)?.tries ?? 0) + 1 }))

export const isMissing = (what: unknown): boolean => useMissing.getState().missing.has(what)

export const missNoMore = (what: unknown): void => {
  if (isMissing(what)) set((all) => all.delete(what))
}
