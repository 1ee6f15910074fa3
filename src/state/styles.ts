import { miss, missNoMore } from './missing.ts'

/** Style sheets that did not load. What they are for works all the same, if plainly. */
const failed = new Set<HTMLLinkElement>()

function lose(link: EventTarget | null): void {
  if (!(link instanceof HTMLLinkElement) || link.rel !== 'stylesheet') return
  failed.add(link)
  const sentence = 'Styles did not load: some of the page may look wrong.'
  miss(failed, { sentence, inPlace: false, tryAgain: () => failed.forEach(mend) })
}

/** Vite asks for each sheet only once. */
function mend(link: HTMLLinkElement): void {
  const fresh = link.cloneNode() as HTMLLinkElement
  failed.delete(link)
  fresh.onload = () => failed.size === 0 && missNoMore(failed)
  link.replaceWith(fresh)
}

export const isUnstyled = (name: string): boolean => [...failed].some(({ href }) => href.includes(name))

/** Those that did not load, or do not from now on: a part that would fail for want of its styles does not. */
export function watchStyles(): () => void {
  for (const link of document.querySelectorAll('link')) if (!link.sheet) lose(link)
  const listening = new AbortController()
  addEventListener('error', ({ target }) => lose(target), { capture: true, signal: listening.signal })
  addEventListener('vite:preloadError', letThrough, listening)
  return () => listening.abort()
}

function letThrough(event: Event): void {
  const { message } = (event as Event & { readonly payload: Error }).payload
  if ([...failed].some(({ href }) => message.includes(href))) event.preventDefault()
}
