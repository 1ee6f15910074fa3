import { miss, missNoMore } from './missing.ts'
import type { Keeps } from './serve.ts'
import { workerLine } from './workerLine.ts'

interface Parts<Request, Reply, About, Report> {
  readonly start: () => Worker
  /** Whether there are workers: outside of browsers there are none, and that is no failure. */
  readonly isAble?: boolean
  /** What the page does where the worker does not run, and what the user hears of that. */
  readonly instead?: {
    readonly sentence: string
    readonly answer: (request: Request, about: About) => Reply | Promise<Reply>
  }
  /** Where nothing can be done instead: all that was asked is dropped. */
  readonly failed?: (reason: string) => void
  readonly report?: (report: Report) => void
  readonly keeps?: Keeps<Reply, About>
}

interface How<About> {
  /** After all that waits; in place of all that waits; or of what is under way too, which is ended. */
  readonly turn?: 'queued' | 'latest' | 'now'
  /** What the request is about, which is sent once; if left out, what both sides have. */
  readonly about?: About
}

export interface Helper<Request, Reply, About> {
  /** The reply; it never comes where the request is dropped for another one. */
  readonly ask: (request: Request, how?: How<About>) => Promise<Reply>
  readonly tryAgain: () => void
  /** Drops all that was asked, and ends the worker until something is asked again. */
  readonly end: () => void
}

interface Asked<Request, Reply, About> {
  readonly turn: number
  readonly request: Request
  readonly about: About | undefined
  readonly then: (reply: Reply) => void
}

/**
 * The page’s side of the one protocol with workers. It asks one thing at a time; where the worker fails, what was asked is
 * answered by the page itself, and the user can have it tried again.
 */
export function helper<Request, Reply, About = null, Report = never>({
  start,
  isAble: wasAble = true,
  instead,
  failed,
  report,
  keeps,
}: Parts<Request, Reply, About, Report>): Helper<Request, Reply, About> {
  let isAble = wasAble
  let underWay: Asked<Request, Reply, About> | null = null
  let waiting: Asked<Request, Reply, About>[] = []
  let turn = 0
  /** Reports on what was asked before this turn are of the past. */
  let since = 0
  /** What requests were about last, and whether the worker has it. */
  let known: About | undefined
  let isHeld = false

  const line = workerLine<Request, Reply, About, Report>({
    start,
    runs: () => missNoMore(it),
    reply: settle,
    report: (said, heard) => heard >= since && report?.(said),
    failed: fail,
  })

  function next(): void {
    if (underWay || waiting.length === 0) return
    underWay = waiting.shift() as Asked<Request, Reply, About>
    const { turn, request, about = known } = underWay
    const isNew = !isHeld || about !== known
    known = about
    isHeld = isAble
    if (isAble) line.say({ turn, request, ...(isNew ? { about } : {}) })
    else answerHere()
  }

  function settle(reply: Reply): void {
    const done = underWay
    underWay = null
    if (keeps) known = keeps(reply, known as About)
    done?.then(reply)
    next()
  }

  function fail(reason: string): void {
    isAble = isHeld = false
    if (instead) miss(it, { sentence: `${instead.sentence} Why: ${reason}.`, inPlace: false, tryAgain: it.tryAgain })
    failed?.(reason)
    answerHere()
  }

  /** Each in a task of its own, so that the page lives in between. */
  function answerHere(): void {
    const asked = underWay
    if (!instead) {
      underWay = null
      waiting = []
    } else if (asked)
      setTimeout(async () => {
        const reply = underWay === asked && (await instead.answer(asked.request, known as About))
        if (underWay === asked) settle(reply as Reply)
      })
  }

  function endLine(): void {
    underWay = null
    isHeld = false
    line.end()
  }

  const it: Helper<Request, Reply, About> = {
    ask: (request, { turn: how = 'queued', about } = {}) =>
      new Promise((then) => {
        turn++
        if (how !== 'queued') {
          waiting = []
          since = turn
        }
        if (how === 'now' && underWay) endLine()
        waiting.push({ turn, request, about, then })
        next()
      }),
    tryAgain() {
      isAble = true
      missNoMore(it)
    },
    end() {
      waiting = []
      endLine()
    },
  }
  return it
}
