import type { ShowMessage, ShowPlace } from './message.ts'

/** What a window does to stay in step. */
interface Window {
  /** Its own name; no other window has it. */
  readonly me: string
  readonly send: (message: ShowMessage) => void
  /** Where it is; null while that is not known. */
  readonly place: () => ShowPlace | null
  /** Goes there; resolves to false where it cannot. */
  readonly go: (place: ShowPlace) => Promise<boolean>
}

interface Agreement {
  /** To be called whenever the place may have changed here. */
  readonly changed: () => void
  readonly hear: (message: ShowMessage) => void
  /** Asks the others where the show is. */
  readonly ask: () => void
}

const isSame = (a: ShowPlace, b: ShowPlace) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Windows that show one place. A message carries the whole place and how many changes led there, so that a lost or repeated
 * one does no harm, and what a window does because it was told to is never told on. Of two changes at once the window with
 * the later name wins, in both.
 */
export function agreement({ me, send, place, go }: Window): Agreement {
  let agreed: ShowPlace | null = null
  let count = 0
  let author = ''
  let isGoing = false

  const tell = () => {
    if (agreed) send({ gradual: 1, from: me, type: 'place', count, author, place: agreed })
  }

  function changed(): void {
    const here = isGoing ? null : place()
    if (!here || (agreed && isSame(here, agreed))) return
    // The first place is where the window was opened: a show that goes on elsewhere counts for more.
    count += agreed ? 1 : 0
    agreed = here
    author = me
    tell()
  }

  async function follow(): Promise<void> {
    if (isGoing) return
    isGoing = true
    let reached: ShowPlace | null = null
    while (agreed && reached !== agreed) {
      const target: ShowPlace = agreed
      const isThere = await go(target).catch(() => false)
      // Where a window cannot follow, each goes on by itself.
      if (!isThere && agreed === target) agreed = place()
      reached = isThere ? target : agreed
    }
    isGoing = false
    changed()
  }

  const isLater = (other: number, by: string) => other > count || (other === count && by > author)

  return {
    changed,
    hear: (message) => {
      if (message.from === me) return
      if (message.type === 'ask') {
        // Who was there first counts for more than who comes.
        if (count === 0 && agreed) [count, author] = [1, me]
        tell()
      }
      if (message.type !== 'place' || !isLater(message.count, message.author)) return
      ;({ count, author, place: agreed } = message)
      void follow()
    },
    ask: () => send({ gradual: 1, from: me, type: 'ask' }),
  }
}
