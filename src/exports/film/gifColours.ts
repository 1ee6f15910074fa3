import type { GifColour } from 'gifenc'
import { COLOURS, type PictureTheme, type ThemeColour } from '../../picture/drawing/colours.ts'

/** What edges of letters and lines run between: most is on the canvas, numbers are on a wash, signs of active steps on their colour. */
const WASHES = {
  wash: ['ink', 'soft', 'outline'],
  primalWash: ['primal', 'soft'],
  tangentWash: ['tangent'],
  adjointWash: ['adjoint'],
}
const SHADES = 12

/** The palette of a film: the colours of its theme, and what lies between them where an edge is smoothed. */
export function gifColours(theme: PictureTheme): GifColour[] {
  const colours = COLOURS[theme]
  const names = Object.keys(colours) as ThemeColour[]
  const mixed = new Map<string, GifColour>()
  const mix = (over: ThemeColour, under: ThemeColour) => {
    for (let shade = 0; shade <= SHADES; shade++) {
      const colour = between(channels(colours[over]), channels(colours[under]), shade / SHADES)
      mixed.set(colour.join(), colour)
    }
  }
  for (const name of names) mix(name, 'canvas')
  for (const [wash, over] of Object.entries(WASHES))
    for (const name of over) mix(name as ThemeColour, wash as ThemeColour)
  return [...mixed.values()]
}

const channels = (colour: string): GifColour =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)) as GifColour

const between = (a: GifColour, b: GifColour, share: number): GifColour =>
  a.map((value, i) => Math.round(share * value + (1 - share) * b[i])) as GifColour
