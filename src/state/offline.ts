import { say } from './notices.ts'
import { attempt } from './storage.ts'
import { useGradual } from './store.ts'
import { until } from './until.ts'

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
  /** The page goes on with the version that it began with until its reader wants the new one; a show is not disturbed. */
  async function offer({ waiting }: ServiceWorkerRegistration): Promise<void> {
    if (!waiting || waiting === offered || !keeper?.controller) return
    offered = waiting
    await until(useGradual, ({ presenting }) => (presenting ? null : true))
    say({ says: 'A new version of Gradual is here.', offer: { label: 'Load it', take: () => letIn(waiting, reload) } })
  }
  const follow = () => registration.installing?.addEventListener('statechange', () => void offer(registration))
  registration.addEventListener('updatefound', follow)
  follow()
  void offer(registration)
}

/** The page is loaded anew as soon as the worker is at work, which it may be since another window has let it in. */
function letIn(worker: ServiceWorker, reload: () => Promise<void>): void {
  const look = () => /activated|redundant/.test(worker.state) && void reload()
  worker.addEventListener('statechange', look)
  worker.postMessage('take over')
  look()
}
