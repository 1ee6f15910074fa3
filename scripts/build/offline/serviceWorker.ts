/**
 * Keeps all that the page is made of, so that it works without a network. It waits until it is let in: a page that is open
 * goes on with the files that it began with.
 */
const worker = self as unknown as ServiceWorkerGlobalScope

/** By the build: what the page is made of, and what stands for all of it. */
declare const FILES: readonly string[]
declare const VERSION: string

/** Other copies of the page may stand beside this one, or in a folder of it: caches are named after the folder. */
const scope = worker.registration.scope
const cacheName = `${scope} ${VERSION}`
const kept = new Set(FILES.map((file) => new URL(file, scope).href))
/** Versions whose files stay: other windows may still show them. */
const MOST = 3
/** Few at a time, since what the reader asks for meanwhile comes first. */
const AT_A_TIME = 4

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(begin()))
worker.addEventListener('message', ({ data }) => data === 'take over' && worker.skipWaiting())
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method !== 'GET' || !url.startsWith(scope)) return
  const file = url.replace(/[?#].*/, '')
  const address = file === scope ? `${scope}index.html` : file
  if (kept.has(address) || file.startsWith(`${scope}assets/`)) event.respondWith(keptOr(address, event.request))
  else if (LESSON.test(file)) event.respondWith(freshOrKept(event.request))
})

/** A file that somebody has put beside the page. */
const LESSON = /\.gradual-lesson\.json$/

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  const left = [...kept]
  const next = async (): Promise<void> => {
    const address = left.pop()
    if (!address) return
    await cache.put(address, await toKeep(address))
    return next()
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, next))
}

/** What a version before has under the same name with the same hash is not fetched again. A failure is never kept. */
async function toKeep(address: string): Promise<Response> {
  const isHashed = address.startsWith(`${scope}assets/`)
  const before = isHashed ? await caches.match(address) : undefined
  if (before) return before
  const reply = await fetch(address, { cache: isHashed ? 'default' : 'no-cache', priority: 'low' })
  if (!reply.ok) throw new Error(`${address} cannot be kept: ${reply.status}`)
  // Some hosts lead from index.html to the folder; browsers take no page from a worker that was led elsewhere.
  return reply.redirected ? new Response(reply.body, { headers: reply.headers }) : reply
}

async function begin(): Promise<void> {
  const own = (await caches.keys()).filter((each) => each.startsWith(`${scope} `) && each !== cacheName)
  for (const old of own.slice(0, Math.max(0, own.length - MOST + 1))) await caches.delete(old)
  await worker.clients.claim()
}

/** Files of this version, and by their hashes those of the versions before. */
async function keptOr(address: string, request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(address)) ?? (await caches.match(address)) ?? fetch(request)
}

/** As it is now, or where there is no network as it was last. */
async function freshOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  try {
    const reply = await fetch(request)
    if (reply.ok) await cache.put(request, reply.clone())
    return reply
  } catch (error) {
    const before = await caches.match(request)
    if (before) return before
    throw error
  }
}
