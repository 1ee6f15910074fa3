import { type Colour, hexOf, type PictureTheme } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnShape, DrawnText, Segment } from '../../picture/drawing/drawing.ts'
import type { MomentPicture } from '../exported.ts'
import { remarks } from '../remarks.ts'

/** Around the picture, in pt. */
const MARGIN = 9
/** Px of a picture in pt. */
const UNIT = 0.75

/** A picture as a Typst document of its own, of one page (Typst 0.13 or later). Text is text: strings, never markup. */
export function typst({ drawing, theme, title, sentence, program, link }: MomentPicture): string {
  const page = [drawing.width, drawing.height].map((side) => `${at(side * UNIT + 2 * MARGIN)}pt`)
  return [
    `${remarks('//', [title, link, '', program].join('\n'))}\n`,
    `#set document(title: ${quoted(title)}, description: ${quoted(sentence)})\n`,
    `#set page(width: ${page[0]}, height: ${page[1]}, margin: ${MARGIN}pt, fill: ${colour('canvas', theme)})\n`,
    '#set text(top-edge: "baseline", bottom-edge: "baseline")\n',
    HELPERS,
    ...drawing.shapes.map((shape) => written(shape, theme)),
  ].join('')
}

/** A line of text about its anchor, 0 at its start, 0.5 in its middle, 1 at its end; and an outline. */
const HELPERS = `#let letters(x, y, anchor, body) = place(context {
  let width = measure(body).width
  place(dx: x * 1pt - anchor * width, dy: y * 1pt, body)
})
#let outline(fill, stroke, ..pieces) = place(curve(fill: fill, stroke: stroke, ..pieces))
#let m(x, y) = curve.move((x * 1pt, y * 1pt))
#let l(x, y) = curve.line((x * 1pt, y * 1pt))
#let c(a, b, c, d, x, y) = curve.cubic((a * 1pt, b * 1pt), (c * 1pt, d * 1pt), (x * 1pt, y * 1pt))
#let z = curve.close(mode: "straight")
`

const at = (x: number): number => Math.round(x * 100) / 100

const colour = (name: Colour, theme: PictureTheme): string => `rgb("${hexOf(name, theme)}")`

/** A text as a string of Typst. */
const quoted = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029]/gu, escapedCode)}"`

const escapedCode = (letter: string): string => `\\u{${letter.charCodeAt(0).toString(16)}}`

function written(shape: DrawnShape, theme: PictureTheme): string {
  if (shape.kind === 'path') return pathOf(shape, theme)
  if (shape.kind === 'text') return textOf(shape, theme)
  const inside = shape.shapes.map((each) => written(each, theme)).join('')
  return shape.label === '' ? inside : `${remarks('//', shape.label)}\n${inside}`
}

function pathOf({ segments, fill, line, width, dashes, opacity }: DrawnPath, theme: PictureTheme): string {
  if (segments.length === 0) return ''
  const faint = opacity === undefined ? '' : `.transparentize(${at(100 * (1 - opacity))}%)`
  const dash = dashes ? `, dash: (${dashes.map((length) => `${at(length * UNIT)}pt`).join(', ')},)` : ''
  const cap = dashes && dashes[0] < 2 ? ', cap: "round"' : ''
  const stroke =
    line === null ? 'none' : `(paint: ${colour(line, theme)}${faint}, thickness: ${at(width * UNIT)}pt${dash}${cap})`
  return `#outline(${fill === null ? 'none' : colour(fill, theme) + faint}, ${stroke}, ${segments.map(piece).join(', ')})\n`
}

const piece = ([name, ...to]: Segment): string =>
  name === 'Z' ? 'z' : `${name.toLowerCase()}(${to.map((value) => at((value as number) * UNIT)).join(', ')})`

const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const
const FONTS = {
  text: '("Inter", "Helvetica", "Arial", "Libertinus Serif")',
  mono: '("JetBrains Mono", "DejaVu Sans Mono")',
} as const

function textOf(drawn: DrawnText, theme: PictureTheme): string {
  const { text, x, y, anchor, size, colour: name, font, weight, italic, halo } = drawn
  const around = halo
    ? `#letters(${at(x * UNIT)}, ${at(y * UNIT)}, ${ANCHORS[anchor]}, ${setIn(`, stroke: (paint: ${colour(halo, theme)}, thickness: 2.5pt, join: "round")`)})\n`
    : ''
  function setIn(stroke = ''): string {
    const style = `font: ${FONTS[font]}, size: ${at(size * UNIT)}pt, weight: ${weight}, fill: ${colour(name, theme)}`
    return `text(${style}${italic ? ', style: "italic"' : ''}${stroke}, ${quoted(text)})`
  }
  return `${around}#letters(${at(x * UNIT)}, ${at(y * UNIT)}, ${ANCHORS[anchor]}, ${setIn()})\n`
}
