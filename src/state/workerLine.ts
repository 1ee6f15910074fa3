import type { Said, ToWorker } from './serve.ts'

/** Milliseconds that a worker may take until it runs. */
const PATIENCE = 10_000

interface Ends<Reply, Report> {
  readonly start: () => Worker
  /** It has come to life. */
  readonly runs: () => void
  readonly reply: (reply: Reply) => void
  readonly report: (report: Report, turn: number) => void
  /** It does not run, or no more. */
  readonly failed: (reason: string) => void
}

interface Line<Request, About> {
  readonly say: (told: ToWorker<Request, About>) => void
  readonly end: () => void
}

/** A line to a worker, which starts with the first thing that is said to it; the one place where a worker’s failure is noticed. */
export function workerLine<Request, Reply, About, Report>(ends: Ends<Reply, Report>): Line<Request, About> {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setTimeout>

  function started(): Worker {
    const fresh = ends.start()
    timer = setTimeout(fail, PATIENCE, 'it does not answer')
    // One that was ended may have spoken before.
    const ifAtWork =
      <E>(then: (event: E) => void) =>
      (event: E) => {
        if (worker === fresh) then(event)
      }
    fresh.onmessage = ifAtWork(({ data }: MessageEvent<Said<Reply, Report>>) => hear(data))
    fresh.onmessageerror = ifAtWork(() => fail('what it answers cannot be read'))
    fresh.onerror = ifAtWork((event: ErrorEvent) => {
      event.preventDefault()
      fail(event.message || 'it could not be loaded')
    })
    return fresh
  }

  function hear(said: Said<Reply, Report>): void {
    if (typeof said !== 'object' || !said) fail(NONSENSE)
    else if ('reply' in said) ends.reply(said.reply)
    else if ('report' in said) ends.report(said.report, said.turn)
    else if ('runs' in said) {
      clearTimeout(timer)
      ends.runs()
    } else fail(NONSENSE)
  }

  function end(): void {
    clearTimeout(timer)
    worker?.terminate()
    worker = null
  }

  function fail(reason: string): void {
    end()
    console.error(`A worker failed: ${reason}.`)
    ends.failed(reason)
  }

  return {
    say(told) {
      try {
        worker ??= started()
        worker.postMessage(told)
      } catch (error) {
        fail(String(error))
      }
    },
    end,
  }
}

const NONSENSE = 'what it answers makes no sense'
