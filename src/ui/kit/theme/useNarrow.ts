import { useSyncExternalStore } from 'react'

/** A window narrower than this shows the program on a tab: 1000 px at the usual text size. The style sheets have the same number. */
const FEWEST_EMS = 71.4

const measure = () => innerWidth < FEWEST_EMS * Number.parseFloat(getComputedStyle(document.body).fontSize)

/** Asked often, and measured only when the window or the theme changes. */
let narrow: boolean | null = null

function subscribe(changed: () => void): () => void {
  const look = () => {
    narrow = measure()
    changed()
  }
  const themes = new MutationObserver(look)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  addEventListener('resize', look)
  return () => {
    themes.disconnect()
    removeEventListener('resize', look)
  }
}

const isNarrow = () => {
  narrow ??= measure()
  return narrow
}

export const useNarrow = () => useSyncExternalStore(subscribe, isNarrow)
