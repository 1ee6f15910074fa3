/** The colours of a picture, by what they mean. Style sheets have the same (`ui/kit/theme/theme.css`, held by a test). */
const LIGHT = {
  canvas: '#ffffff',
  ink: '#1b2530',
  soft: '#56616c',
  line: '#dde3e9',
  outline: '#84909b',
  wash: '#f6f8fa',
  primal: '#1b2530',
  primalWash: '#e9edf1',
  tangent: '#0a4a8a',
  tangentWash: '#dcebf9',
  adjoint: '#b04600',
  adjointWash: '#fdeadb',
  partial: '#56616c',
  wrong: '#a3123a',
}

/** A colour that the theme has, or a mixture: so much of the first, in percent, on the canvas. */
export type ThemeColour = keyof typeof LIGHT
export type Colour = ThemeColour | `${ThemeColour} ${number}`

export type PictureTheme = 'light' | 'dark' | 'projector'

export const COLOURS: Readonly<Record<PictureTheme, Readonly<Record<ThemeColour, string>>>> = {
  light: LIGHT,
  dark: {
    canvas: '#0e1318',
    ink: '#eef2f6',
    soft: '#9facb8',
    line: '#2b3540',
    outline: '#6b7885',
    wash: '#171e26',
    primal: '#eef2f6',
    primalWash: '#27313d',
    tangent: '#8ccbff',
    tangentWash: '#0f3354',
    adjoint: '#f5893d',
    adjointWash: '#4a2609',
    partial: '#9facb8',
    wrong: '#ff8fa8',
  },
  projector: {
    ...LIGHT,
    ink: '#000000',
    soft: '#333b44',
    line: '#b4bdc6',
    outline: '#5b6670',
    wash: '#f2f4f7',
    primal: '#000000',
    primalWash: '#e3e8ed',
    tangent: '#003e7e',
    tangentWash: '#d3e6f8',
    adjoint: '#a03c00',
    adjointWash: '#fce3cf',
    partial: '#333b44',
  },
}

const mixed = new Map<string, string>()

/** As `#rrggbb`. */
export function hexOf(colour: Colour, theme: PictureTheme): string {
  const key = `${theme} ${colour}`
  const hex = mixed.get(key) ?? mixedHex(colour, theme)
  mixed.set(key, hex)
  return hex
}

function mixedHex(colour: Colour, theme: PictureTheme): string {
  const [name, share] = colour.split(' ') as [ThemeColour, string?]
  const [over, under] = [COLOURS[theme][name], COLOURS[theme].canvas].map(channels)
  if (share === undefined) return COLOURS[theme][name]
  const part = Number(share) / 100
  return `#${over.map((value, i) => hex(Math.round(part * value + (1 - part) * under[i]))).join('')}`
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))

const hex = (value: number): string => value.toString(16).padStart(2, '0')
