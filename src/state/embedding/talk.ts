import { compiled } from '../compiled.ts'
import { answer } from './doing.ts'
import { followState } from './following.ts'
import { isHosts, tell } from './host.ts'
import { requestIn } from './request.ts'

/** Requests that may wait for those before them. */
const MOST_WAITING = 200

/** Hears the page around this one and tells it what happens, one request after another; until what it gives back is called. */
export function talkWithHost(): () => void {
  const ending = new AbortController()
  let waiting = 0
  let before: Promise<unknown> = compiled()
  const hear = (event: MessageEvent) => {
    const request = isHosts(event) ? requestIn(event.data) : null
    if (!request || waiting === MOST_WAITING) return
    waiting += 1
    before = before
      .then(() => answer(request))
      .catch(console.error)
      .finally(() => {
        waiting -= 1
      })
  }
  window.addEventListener('message', hear, { signal: ending.signal })
  void before.then(() => {
    if (ending.signal.aborted) return
    tell({ type: 'ready' })
    ending.signal.addEventListener('abort', followState())
  })
  return () => ending.abort()
}
