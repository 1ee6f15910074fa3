import { type ReactNode, useEffect, useState } from 'react'

interface Props {
  readonly className: string
  readonly children: ReactNode
}

/** What is larger than its place scrolls, by keyboard as well in every browser: it is a tab stop while there is more to see. */
export function Scroller({ className, children }: Props) {
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    )
    for (const each of [element, ...element.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [element])
  return (
    <div className={className} ref={setElement} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  )
}
