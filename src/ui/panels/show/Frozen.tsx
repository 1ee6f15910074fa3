import { useEffect, useRef } from 'react'

/** The page as it was when the screen was told to stand still: a copy for the eye alone, under which one can go on. */
export function Frozen() {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const app = document.querySelector('.app')
    if (app) frame.current?.append(copyOf(app))
  }, [])
  return <div ref={frame} className="show-frozen" inert aria-hidden />
}

function copyOf(app: Element): Element {
  const copy = app.cloneNode(true) as Element
  const [from, to] = [app, copy].map((each) => [...each.querySelectorAll<HTMLElement>('*')])
  for (const [at, element] of from.entries()) {
    to[at].removeAttribute('id')
    to[at].scrollTo?.(element.scrollLeft, element.scrollTop)
    if (element instanceof HTMLCanvasElement) draw(element, to[at] as HTMLCanvasElement)
  }
  for (const above of copy.querySelectorAll('[class^="show-"]:not(.show-code)')) above.remove()
  return copy
}

function draw(from: HTMLCanvasElement, to: HTMLCanvasElement): void {
  if (from.width > 0 && from.height > 0) to.getContext('2d')?.drawImage(from, 0, 0)
}
