import { useSyncExternalStore } from 'react'

/** With room for fewer letters than these ems the screen is tabs (DESIGN, 4): under 1000 px of its usual text. So in the style sheets. */
const FEWEST = 71.4

const measure = () => innerWidth < FEWEST * Number.parseFloat(getComputedStyle(document.body).fontSize)

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
