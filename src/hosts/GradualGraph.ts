import type { LinkTexts } from './address.ts'
import { GraphFrame, type Heard } from './frame.ts'
import { pressHere } from './keys.ts'

/** A moment as a link of Gradual’s has it, in the attribute `link`; what it says of embedding is our own. */
function fieldsOfLink(link: string | null): LinkTexts {
  const parts = (link ?? '').replace(/^[^#]*#/, '').split('&')
  const fields = parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)])
  const ours = fields.filter(([field]) => field && !/^(v|embed|origin)$/.test(field))
  return Object.fromEntries(ours.map(([field, text]) => [field, decodeURIComponent(text)]))
}

/** Attributes that are fields of links. */
const FIELDS = ['program', 'mode', 'pass', 'step', 'theme', 'hide', 'lang', 'granularity', 'direction', 'constants']
/** Those of them that follow the embed. */
const REFLECTED = ['mode', 'pass', 'step']

/** Px. */
const HEIGHT = { usual: 420, most: 900 }

const STYLE = `:host{display:block}iframe{display:block}slot{display:none}
@media print{iframe{display:none}slot{display:block}}`

/** Letters of a program that a title has. */
const TITLE = 100

/** Frames are told apart by their programs. */
const titleOf = (program: string): string =>
  `Computational graph, in Gradual: ${program.replace(/\s*\n\s*/g, '; ').slice(0, TITLE)}`

/** Where the page is, as the script that defines the element was served. */
export const page = { beside: null as string | null }

/** `<gradual-graph program="…" mode="reverse" step="3">`: a graph in a frame. In print, what stands in the element takes its place. */
export class GradualGraph extends HTMLElement {
  static readonly observedAttributes = [...FIELDS, 'link', 'title', 'height', 'src']
  readonly #frame = new GraphFrame((heard) => this.#hear(heard))
  /** Attributes that have changed, to be told to the embed together. */
  #changed = new Set<string>()
  #isReflecting = false

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const style = Object.assign(document.createElement('style'), { textContent: STYLE })
      this.attachShadow({ mode: 'open' }).append(style, this.#frame.element, document.createElement('slot'))
    }
    // Its text may be still to come.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#open, { once: true })
    else this.#open()
    document.addEventListener('slidechanged', this.#onSlide)
  }

  disconnectedCallback(): void {
    this.#frame.close()
    document.removeEventListener('slidechanged', this.#onSlide)
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || !this.shadowRoot || this.#isReflecting || before === now) return
    if (name === 'src' || name === 'link') this.#open()
    if (name === 'title') this.#frame.element.title = this.#title()
    if (name === 'height') this.#setHeight(HEIGHT.usual)
    if (!FIELDS.includes(name)) return
    if (this.#changed.size === 0) queueMicrotask(() => this.#tell())
    this.#changed.add(name)
  }

  readonly #open = () => {
    const src = this.getAttribute('src') ?? page.beside
    if (src === null || !this.isConnected) return
    this.#setHeight(HEIGHT.usual)
    this.#frame.open({ page: src, fields: { ...this.#link(), ...this.#fields(FIELDS) }, title: this.#title() })
  }

  /** Those of the attributes that are there; the text in the element is the program where none is named. */
  #fields(names: readonly string[]): LinkTexts {
    const texts = names.map((name) => [name, name === 'program' ? this.#program() : this.getAttribute(name)])
    return Object.fromEntries(texts.filter(([, text]) => text !== null))
  }

  readonly #link = () => fieldsOfLink(this.getAttribute('link'))

  #program(): string | null {
    const { program, z } = this.#link()
    return this.getAttribute('program') ?? ((program ?? z) === undefined ? this.textContent?.trim() || null : null)
  }

  readonly #title = () =>
    this.getAttribute('title') ?? titleOf(this.#program() ?? this.#link().program ?? this.textContent ?? '')

  #tell(): void {
    const fields = this.#fields([...this.#changed])
    if (this.#changed.has('theme') && fields.theme === undefined) this.#frame.send({ type: 'theme', theme: null })
    if (this.#changed.has('hide') && !fields.hide) this.#frame.send({ type: 'hide', kinds: [] })
    this.#changed = new Set()
    const { hide, ...others } = fields
    const said = hide ? fields : others
    if (Object.keys(said).length > 0) this.#frame.send({ type: 'setState', ...said })
  }

  #hear(heard: Heard): void {
    if (heard.type === 'state') this.#reflect(heard)
    if (heard.type === 'resize' && typeof heard.height === 'number') this.#setHeight(heard.height)
    if (heard.type === 'unhandledKey' && typeof heard.key === 'string') pressHere(this, heard.key.slice(0, 20))
    else this.dispatchEvent(new CustomEvent(`gradual-${heard.type}`, { bubbles: true, composed: true, detail: heard }))
  }

  /** What the reader did in the embed. It is not told back. */
  #reflect(state: Heard): void {
    this.#isReflecting = true
    for (const name of REFLECTED) {
      const text = state[name] === undefined ? null : String(state[name])
      if (text !== null && text !== this.getAttribute(name) && !this.#changed.has(name)) this.setAttribute(name, text)
    }
    this.#isReflecting = false
  }

  #setHeight(wanted: number): void {
    const own = this.getAttribute('height')
    this.#frame.element.style.height =
      own && /^\d+$/.test(own) ? `${own}px` : (own ?? `${Math.min(wanted, HEIGHT.most)}px`)
  }

  /** Slides: where the author says `takes-keys`, the graph has them while its slide is shown; they go back with the slide. */
  readonly #onSlide = (event: Event) => {
    const { currentSlide } = event as Event & { readonly currentSlide?: Element }
    const frame = this.#frame.element
    if (currentSlide?.contains(this)) {
      if (this.hasAttribute('takes-keys')) frame.focus({ preventScroll: true })
    } else if (this.shadowRoot?.activeElement === frame) frame.blur()
  }
}
