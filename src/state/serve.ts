/** What a worker says: that it runs, then its replies. Anything else is not from a worker of this page. */
export type Said<Reply> = { readonly runs: true } | { readonly reply: Reply }

const say = (said: Said<unknown>): void => self.postMessage(said)

/** A worker’s side of the one protocol: it hears requests, and replies as often as it likes. */
export function serve<Request>(hear: (request: Request) => void): void {
  self.onmessage = ({ data }: MessageEvent<Request>) => hear(data)
  say({ runs: true })
}

export const reply = <Reply>(reply: Reply): void => say({ reply })
