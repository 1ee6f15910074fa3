/** Style sheets that did not load. */
const failed = new Set<HTMLLinkElement>()

const isSheet = (target: unknown): target is HTMLLinkElement =>
  target instanceof HTMLLinkElement && target.rel === 'stylesheet'

globalThis.addEventListener?.('error', ({ target }) => isSheet(target) && failed.add(target), true)

/** Loads again the style sheets that did not load, since Vite asks for each only once. Rejects where one still does not. */
export const mendStyles = (): Promise<unknown> => Promise.all([...failed].map(mended))

const mended = (link: HTMLLinkElement) =>
  new Promise((resolve, reject) => {
    const fresh = link.cloneNode() as HTMLLinkElement
    fresh.onload = resolve
    fresh.onerror = reject
    failed.delete(link)
    link.replaceWith(fresh)
  })
