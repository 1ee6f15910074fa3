import { miss, missNoMore } from './missing.ts'
import type { Said } from './serve.ts'

/** Milliseconds that a worker may take until it runs. */
const PATIENCE = 10_000

interface Parts<Reply> {
  /** What the user hears where it does not run; null where its failure is said elsewhere. */
  readonly sentence: string | null
  readonly start: () => Worker
  readonly hear: (reply: Reply) => void
  /** It does not run, or no more: what it was asked is not going to be answered. */
  readonly failed: (reason: string) => void
}

export interface Helper<Request> {
  /** false where it has failed, until it is tried again. */
  readonly ask: (request: Request) => boolean
  /** What it was asked no longer matters. */
  readonly stop: () => void
  readonly tryAgain: () => void
}

/** The page’s side of the one protocol with workers, and the one place where a worker’s failure is noticed. */
export function helper<Request, Reply>({ sentence, start, hear, failed }: Parts<Reply>): Helper<Request> {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setTimeout>
  let isAble = true

  function started(): Worker {
    const fresh = start()
    timer = setTimeout(fail, PATIENCE, 'it does not answer')
    // One that was stopped may have spoken before.
    const ifAtWork =
      <E>(then: (event: E) => void) =>
      (event: E) => {
        if (worker === fresh) then(event)
      }
    fresh.onmessage = ifAtWork(({ data }: MessageEvent<Said<Reply>>) => receive(data))
    fresh.onmessageerror = ifAtWork(() => fail('what it answers cannot be read'))
    fresh.onerror = ifAtWork((event: ErrorEvent) => {
      event.preventDefault()
      fail(event.message || 'it could not be loaded')
    })
    return fresh
  }

  function receive(said: Said<Reply>): void {
    if (typeof said === 'object' && said && 'reply' in said) hear(said.reply)
    else if (typeof said === 'object' && said && 'runs' in said) {
      clearTimeout(timer)
      missNoMore(it)
    } else fail('what it answers makes no sense')
  }

  function fail(reason: string): void {
    it.stop()
    isAble = false
    console.error(`A worker failed: ${reason}.`)
    if (sentence) miss(it, { sentence: `${sentence} Why: ${reason}.`, inPlace: false, tryAgain: it.tryAgain })
    failed(reason)
  }

  const it: Helper<Request> = {
    ask(request) {
      if (!isAble) return false
      try {
        worker ??= started()
        worker.postMessage(request)
      } catch (error) {
        fail(String(error))
      }
      return true
    },
    stop() {
      clearTimeout(timer)
      worker?.terminate()
      worker = null
    },
    tryAgain() {
      isAble = true
      missNoMore(it)
    },
  }
  return it
}
