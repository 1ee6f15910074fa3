import { later } from './later.ts'

/** Links come after the first graph, unless one leads to it. */
export const links = later('What reads and writes links', () => import('./linkState.ts'))

/** A link that waits until it can be read; the address keeps it. */
let unread: string | null = null

const isLinkUnread = (): boolean => unread !== null

/** Follows a link in the address of the open page, or opens it late. The address without a link is that of the program given. */
export async function followAddress(fragment: string, unlinked: string): Promise<void> {
  unread = fragment
  const { followLink } = await links.get()
  if (unread !== fragment) return
  unread = null
  await followLink(fragment, unlinked)
}

/** The address bar becomes a link to the moment, unless it has led elsewhere meanwhile. */
export async function keepAddress(): Promise<void> {
  if (isLinkUnread()) return
  const { href } = location
  const moment = await links.ask()
  // Without what writes links: the link before may be to another program, which would hide this one.
  const address = moment ? await moment.currentLink() : location.pathname
  if (location.href === href) history.replaceState(null, '', address)
}
