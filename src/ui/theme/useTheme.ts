import { useEffect } from 'react'
import { useGradual } from '../../state/store.ts'

/** Puts the chosen theme, or the system's, on the root element. */
export function useTheme(): void {
  const theme = useGradual((state) => state.theme)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme ?? (dark.matches ? 'dark' : 'light')
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
