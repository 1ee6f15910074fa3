import { isEmbedded } from './embedded.ts'

/** What the browser keeps between visits. */
export const KEYS = {
  /** The first of the slots for programs (`recent.ts`). */
  program: 'gradual:program',
  /** The program of a tab, which outlives a reload of the tab only. */
  tab: 'gradual:tab',
  preferences: 'gradual:preferences',
} as const

type Store = () => Storage
export const ofTab: Store = () => open(() => sessionStorage)
const ofBrowser: Store = () => open(() => localStorage)

/** What the visitor has is closed to an embed. */
function open(store: Store): Storage {
  if (isEmbedded) throw new Error('An embed keeps nothing')
  return store()
}

/** Every access may fail: the store may be full, or closed to the page. */
export function attempt<T>(access: () => T): T | null {
  try {
    return access()
  } catch {
    return null
  }
}

/** The text that is kept. */
export const kept = (key: string, store = ofBrowser): string | null => attempt(() => store().getItem(key))

/** Under which keys the browser keeps anything. */
export const keysKept = (): readonly string[] => attempt(() => Object.keys(ofBrowser())) ?? []

/** The value that is kept; null where there is none. Anything may be there: what is used of it is checked. */
export const read = (key: string, store = ofBrowser): unknown =>
  attempt(() => JSON.parse(kept(key, store) ?? 'null') as unknown)

/** Says whether it is kept now. */
export const keepText = (key: string, text: string, store = ofBrowser): boolean =>
  attempt(() => {
    store().setItem(key, text)
    return true
  }) ?? false

export const write = (key: string, value: unknown, store = ofBrowser): boolean =>
  keepText(key, JSON.stringify(value), store)

/** Says whether it is gone now. */
export const forget = (key: string, store = ofBrowser): boolean =>
  attempt(() => {
    store().removeItem(key)
    return true
  }) ?? false
