import { useEffect } from 'react'
import { useGradual } from '../../../state/store.ts'

/** What the reader's system asks for, by the name under which the root element says it. */
const CONTRASTS = { forced: '(forced-colors: active)', more: '(prefers-contrast: more)' } as const

/** Puts the chosen theme, or the system's, on the root element, and more contrast or the reader's own colours if asked for; a hall has the projector's, or a dark one. */
export function useTheme(): void {
  const theme = useGradual((state) => state.theme)
  const presenting = useGradual((state) => state.presenting)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const contrasts = Object.entries(CONTRASTS).map(([name, query]) => ({ name, query: matchMedia(query) }))
    const apply = () => {
      const { dataset } = document.documentElement
      dataset.theme = presenting && theme !== 'dark' ? 'projector' : (theme ?? (dark.matches ? 'dark' : 'light'))
      dataset.contrast = contrasts.find(({ query }) => query.matches)?.name ?? (presenting ? 'more' : '')
    }
    apply()
    const queries = [dark, ...contrasts.map(({ query }) => query)]
    for (const query of queries) query.addEventListener('change', apply)
    return () => {
      for (const query of queries) query.removeEventListener('change', apply)
    }
  }, [theme, presenting])
}
