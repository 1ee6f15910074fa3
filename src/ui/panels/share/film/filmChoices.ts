import type { FilmFormat } from '../../../../exports/film/order.ts'
import type { StepsExtent } from '../../../../state/exporting/pictures.ts'

/** What the user chooses of a film; what a format has no use for stays as it was. */
export interface FilmChoices {
  readonly format: FilmFormat
  readonly extent: StepsExtent
  readonly size: '720' | '1080'
  readonly captioned: boolean
  readonly seconds: number
}

export const FORMATS: readonly { readonly name: FilmFormat; readonly title: string; readonly about: string }[] = [
  {
    ...{ name: 'pptx', title: 'Slides' },
    about:
      'A presentation (PPTX) with a slide for each step. Its shapes and texts can be edited; the notes have the sentence of the step and its link.',
  },
  { name: 'gif', title: 'GIF', about: 'Plays once, wherever pictures are shown, and stands at its last step.' },
  { name: 'video', title: 'Video', about: 'With a pause at each step, and sharp in a hall.' },
  {
    ...{ name: 'svg', title: 'Animated SVG' },
    about: 'Sharp at any size. Plays once in browsers; elsewhere, and where motion is not wanted, it is its last step.',
  },
  {
    name: 'zip',
    title: 'Pictures',
    about: 'A zip of SVG files, one for each step, with a text of what each step does.',
  },
]

export const EXTENTS: readonly { readonly name: StepsExtent; readonly title: string }[] = [
  { name: 'pass', title: 'This pass' },
  { name: 'all', title: 'All passes' },
]

export const SIZES: readonly { readonly name: FilmChoices['size']; readonly title: string }[] = [
  { name: '720', title: '1280 × 720' },
  { name: '1080', title: '1920 × 1080' },
]

/** Px of the frames, all of them even, as encoders ask for. */
export const FRAMES = { '720': { width: 1280, height: 720 }, '1080': { width: 1920, height: 1080 } } as const

export const isPlayed = (format: FilmFormat): boolean => format === 'gif' || format === 'video' || format === 'svg'
export const isPainted = (format: FilmFormat): boolean => format === 'gif' || format === 'video'

/** Seconds of a step. */
export const SECONDS = { least: 0.2, most: 20 }
