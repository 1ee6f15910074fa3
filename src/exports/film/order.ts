import type { Size } from '../../picture/camera.ts'
import type { PictureTheme } from '../../picture/drawing/colours.ts'

export type FilmFormat = 'pptx' | 'zip' | 'svg' | 'gif' | 'video'

/** What film is wanted. */
export interface FilmOrder extends Size {
  readonly format: FilmFormat
  readonly theme: PictureTheme
  readonly captioned: boolean
  /** That each step stands. */
  readonly seconds: number
  /** The address of the page, to which a moment’s link is added. */
  readonly page: string
}

/** How many steps: of more than these programs make little. Slides are the largest by far. */
export const MOST_STEPS: Readonly<Record<FilmFormat, number>> = { pptx: 200, zip: 600, svg: 600, gif: 600, video: 600 }

/** Why the film is not made, as a sentence; null where it can be. */
export function filmRefused(format: FilmFormat, steps: number): string | null {
  const most = MOST_STEPS[format]
  if (steps <= most) return null
  return `There are more than ${most} steps, and such a file can have no more. Take this pass alone, or larger steps.`
}
