import { useSyncExternalStore } from 'react'

function eachSecond(hear: () => void): () => void {
  const timer = setInterval(hear, 1000)
  return () => clearInterval(timer)
}

const secondNow = () => Math.floor(Date.now() / 1000)

/** The second that it is, since 1970: it turns once a second. */
export const useSecond = (): number => useSyncExternalStore(eachSecond, secondNow)
