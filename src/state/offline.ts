import { say } from './notices.ts'
import { attempt } from './storage.ts'

/** Milliseconds in which what comes after the first graph has arrived, or nearly. */
const AFTER_THE_PAGE = 3000

/**
 * Has the browser keep all that the page is made of, for times without a network, and offers a new version once it is there. Only
 * as a page of its own: in another page's frame, or a course's, nothing is asked of the visitor's disk. Where it cannot be, nothing is lost.
 */
export async function keepOffline(reload: () => Promise<void>): Promise<void> {
  const isBuilt = import.meta.env.MODE === 'production'
  const keeper = attempt(() => (isBuilt && window.top === window ? navigator.serviceWorker : null))
  if (!keeper || document.documentElement.dataset.course !== undefined) return
  await new Promise((rest) => setTimeout(rest, AFTER_THE_PAGE))
  const registration = await keeper.register('./sw.js').catch(() => null)
  if (!registration) return

  let offered: ServiceWorker | null = null
  /** The page goes on with the version that it began with until its reader wants the new one. */
  function offer({ waiting }: ServiceWorkerRegistration): void {
    if (!waiting || waiting === offered || !keeper?.controller) return
    offered = waiting
    const take = () => {
      keeper.addEventListener('controllerchange', () => void reload(), { once: true })
      waiting.postMessage('take over')
    }
    say({ says: 'A new version of Gradual is here.', offer: { label: 'Load it', take } })
  }
  const follow = () => registration.installing?.addEventListener('statechange', () => offer(registration))
  registration.addEventListener('updatefound', follow)
  follow()
  offer(registration)
}
