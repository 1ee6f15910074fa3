import { useSyncExternalStore } from 'react'

/** Under 1000 px the screen is tabs (DESIGN, 4). */
const query = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 999px)')

const subscribe = (changed: () => void) => {
  query?.addEventListener('change', changed)
  return () => query?.removeEventListener('change', changed)
}

export const useNarrow = () => useSyncExternalStore(subscribe, () => query?.matches ?? false)
