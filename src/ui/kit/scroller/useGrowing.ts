import { useEffect, useState } from 'react'

/** A count that grows by a portion after each paint until it reaches the total: a long list comes without holding up the page. */
export function useGrowing(portion: number, total: number): number {
  const [shown, setShown] = useState(portion)
  useEffect(() => {
    if (shown >= total) return undefined
    const frame = requestAnimationFrame(() => setShown(shown + portion))
    return () => cancelAnimationFrame(frame)
  }, [shown, portion, total])
  return shown
}
