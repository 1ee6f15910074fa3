import { useLayoutEffect, useState } from 'react'

/** How wide an element is, in em of its text; null before it is there. */
export function useWidth(element: HTMLElement | null): number | null {
  const [em, measured] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => measured(element.clientWidth / Number.parseFloat(getComputedStyle(element).fontSize))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return em
}
