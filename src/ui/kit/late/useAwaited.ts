import { useEffect, useState } from 'react'

/** What was asked for last, once it is there; null before anything is. Another `ask` asks anew, so that it is kept by `useCallback`. */
export function useAwaited<T>(ask: () => Promise<T>): T | null {
  const [found, setFound] = useState<T | null>(null)
  useEffect(() => {
    let isGone = false
    void ask().then((answer) => {
      if (!isGone) setFound(answer)
    })
    return () => {
      isGone = true
    }
  }, [ask])
  return found
}
