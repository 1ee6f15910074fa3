import type { render } from 'katex'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import './math.css'

type Render = typeof render

let katexRender: Render | null = null
const waiting = new Set<() => void>()

async function load(): Promise<void> {
  const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  katexRender = katex.render
  for (const tell of waiting) tell()
}

// KaTeX is on its way as soon as anything that needs it is.
load()

function subscribe(tell: () => void): () => void {
  waiting.add(tell)
  return () => waiting.delete(tell)
}

interface Props {
  readonly latex: string
  /** The formula in words, for assistive technology. */
  readonly speech?: string
  readonly display?: boolean
}

/** Mathematics by KaTeX, which arrives after the page; it writes to the DOM itself, as the Content-Security-Policy asks. */
export function Formula({ latex, speech, display = false }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const draw = useSyncExternalStore(subscribe, () => katexRender)
  useLayoutEffect(() => {
    if (!place.current || !draw) return
    draw(latex, place.current, {
      displayMode: display,
      output: 'html',
      throwOnError: false,
      strict: 'ignore',
      trust: ({ command }) => command === '\\htmlClass',
    })
  }, [latex, display, draw])
  return (
    <span className="formula">
      <span ref={place} aria-hidden />
      {speech && <span className="visually-hidden">{speech}</span>}
    </span>
  )
}
