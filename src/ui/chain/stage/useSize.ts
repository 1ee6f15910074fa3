import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from '../../graph/camera.ts'

/** How much room there is in an element; null before it is there. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const { width, height } = contentRect
      setSize({ width, height })
    })
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return size
}
