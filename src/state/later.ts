import { miss, missNoMore } from './missing.ts'

/** A part of the page that loads after the first picture, or when it is needed. */
export interface Later<T> {
  /** null until it is here. */
  readonly now: T | null
  /** Resolves when it is here, at whichever try. */
  readonly here: Promise<T>
  /** Loads it, unless it is here or on its way. Resolves to null where it does not load: the user hears of it, and can try again. */
  readonly ask: () => Promise<T | null>
  /** Asks for it, and resolves when it is here, at whichever try. */
  readonly get: () => Promise<T>
}

/** The one way to load a part late. Its name is the subject of the sentence that says that it did not load. */
export function later<T>(name: string, load: () => Promise<T>, inPlace = false): Later<T> {
  let come: (part: T) => void
  let underway: Promise<T | null> | null = null
  const part: Later<T> & { now: T | null } = {
    now: null,
    here: new Promise((resolve) => {
      come = resolve
    }),
    ask: () => {
      underway ??= attempt()
      return underway
    },
    get: () => {
      void part.ask()
      return part.here
    },
  }

  async function attempt(): Promise<T | null> {
    try {
      part.now = await load()
    } catch (error) {
      console.error(error)
      underway = null
      miss(part, { sentence: `${name} did not load.`, inPlace, tryAgain: part.ask })
      return null
    }
    missNoMore(part)
    come(part.now)
    return part.now
  }

  return part
}
