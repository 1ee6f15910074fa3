import { embedAddress, type LinkTexts } from './address.ts'

/** What an embed says: `state`, `step`, `answer`, `resize`, `unhandledKey`, `error`, `ready`. */
export interface Heard {
  readonly type: string
  readonly [field: string]: unknown
}

interface Wish {
  readonly page: string
  readonly fields: LinkTexts
  readonly title: string
}

/** A frame with a graph, and messages to and from it. */
export class GraphFrame {
  readonly element = document.createElement('iframe')
  #hear: (heard: Heard) => void
  #page = ''
  /** What is to be sent once the embed is ready; null while it is. */
  #waiting: object[] | null = []
  readonly #listen = ({ source, origin, data }: MessageEvent) => {
    const isOurs = source !== null && source === this.element.contentWindow && origin === this.#page
    if (!isOurs || data?.gradual !== 1 || typeof data.type !== 'string') return
    if (data.type === 'ready') this.#ready()
    this.#hear(data)
  }

  constructor(hear: (heard: Heard) => void) {
    this.#hear = hear
    this.element.loading = 'lazy'
    this.element.style.cssText = 'border:0;width:100%;height:100%'
  }

  /** Opens an embed; a frame that is moved in its page opens anew by itself, and is then opened at what is wished now. */
  open({ page, fields, title }: Wish): void {
    const address = embedAddress(page, fields, location.origin)
    this.#page = new URL(address).origin
    this.#waiting = []
    this.element.title = title
    addEventListener('message', this.#listen)
    // Another fragment alone would not load the page anew.
    if (this.element.src !== address) this.element.src = address
  }

  close(): void {
    removeEventListener('message', this.#listen)
    this.#waiting = []
  }

  send(request: object): void {
    if (this.#waiting) this.#waiting.push(request)
    else this.element.contentWindow?.postMessage({ gradual: 1, ...request }, this.#page === 'null' ? '*' : this.#page)
  }

  #ready(): void {
    const requests = this.#waiting ?? []
    this.#waiting = null
    for (const request of requests) this.send(request)
  }
}
