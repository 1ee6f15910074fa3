import { isEmbedded } from './embedded.ts'
import { later } from './later.ts'

/** Links come after the first graph, unless one leads to it. */
export const links = later('What reads and writes links', () => import('./linkState.ts'))

/** The last link that the address has led to; it may wait until it can be read. */
let asked: string | null = null

/** The fragment of the address that what is on the screen belongs to. */
let followed: string | null = null

/** What is on the screen comes from this fragment. */
export const standAt = (fragment: string): void => {
  followed = fragment
}

/** Follows a link in the address of the open page, or opens it late. The address without a link is that of the program given. */
export async function followAddress(fragment: string, unlinked: string): Promise<void> {
  asked = fragment
  const { followLink } = await links.get()
  if (asked !== fragment) return
  standAt(fragment)
  await followLink(fragment, unlinked)
}

/**
 * The address bar becomes a link to the moment. Not where it has led elsewhere and the page has not yet followed: the
 * browser says so only some time after, and would then have this moment in another one's place. That of an embed is its host’s.
 */
export async function keepAddress(): Promise<void> {
  if (isEmbedded || location.hash !== followed) return
  const moment = await links.ask()
  // Without what writes links: the link before may be to another program, which would hide this one.
  const address = moment ? await moment.currentLink() : location.pathname
  if (location.hash !== followed) return
  history.replaceState(null, '', address)
  standAt(location.hash)
}
