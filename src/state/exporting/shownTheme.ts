import { COLOURS, type PictureTheme } from '../../picture/drawing/colours.ts'

/** The theme of the page as it is seen now. */
export function shownTheme(): PictureTheme {
  const { theme = '' } = document.documentElement.dataset
  return Object.hasOwn(COLOURS, theme) ? (theme as PictureTheme) : 'light'
}
