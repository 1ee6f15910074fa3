/** What the page says to a worker: a request, and what it is about, unless both sides have it already. */
export interface ToWorker<Request, About> {
  readonly turn: number
  readonly request: Request
  readonly about?: About
}

/** What a worker says: that it runs, a reply to each request, reports in between. Anything else is not from a worker of this page. */
export type Said<Reply, Report = never> =
  | { readonly runs: true }
  | { readonly reply: Reply }
  /** With the turn of the request that was heard last. */
  | { readonly report: Report; readonly turn: number }

/** What both sides have after a reply: what the request was about, or what was made of it. */
export type Keeps<Reply, About> = (reply: Reply, about: About) => About

const say = (said: Said<unknown, unknown>): void => self.postMessage(said)

/** A worker’s side of the one protocol: it answers each request, and can report besides whenever it likes. */
export function serve<Request, Reply, About = null, Report = never>(
  answer: (request: Request, about: About) => Reply | Promise<Reply>,
  keeps: Keeps<Reply, About> = (_, about) => about,
): (report: Report) => void {
  let known: About
  let heard = 0
  self.onmessage = async ({ data: { turn, request, about } }: MessageEvent<ToWorker<Request, About>>) => {
    heard = turn
    if (about !== undefined) known = about
    const reply = await answered(request)
    known = keeps(reply, known)
    say({ reply })
  }
  /** What goes wrong is an error of the worker, which the page hears of. */
  async function answered(request: Request): Promise<Reply> {
    try {
      return await answer(request, known)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
      return new Promise(() => {})
    }
  }

  say({ runs: true })
  return (report) => say({ report, turn: heard })
}
