import { hexOf, type PictureTheme } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnShape, DrawnText, Segment } from '../../picture/drawing/drawing.ts'
import { withMomentInSvg } from '../carried/svg.ts'
import type { MomentPicture } from '../exported.ts'
import { EM, SLANT, setText, startOf } from '../outlines/outlined.ts'
import { escaped } from './xml.ts'

/** Around the picture, in px. */
export const MARGIN = 12

/**
 * A picture as SVG 1.1 without scripts, styles or fonts: letters are outlines, each of them once, except those that the
 * page's fonts are not cut with. It has a title and a description, and its nodes are named, for those who hear it. It carries
 * its program and moment, so that the page opens it again.
 */
export function svg({ drawing, theme, title, sentence, program, link }: MomentPicture): string {
  const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN].map((side) => Math.ceil(side))
  const glyphs = new Map<string, string>()
  const shapes = drawing.shapes.map((shape) => shapeElement(shape, theme, glyphs)).join('\n')
  const defs = [...glyphs].map(([key, outline]) => `<path id="${key}" d="${outline}"/>`).join('')
  const written = [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"',
    ` width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">\n`,
    `<title>${escaped(title)}</title>\n<desc>${escaped([sentence, program].filter(Boolean).join('\n\n'))}</desc>\n`,
    `<defs>${defs}</defs>\n`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${hexOf('canvas', theme)}"/>\n`,
    `${shapes}\n</svg>`,
  ].join('')
  return withMomentInSvg(written, { program, moment: link })
}

/** A shape as elements; outlines of letters that it is the first to need are added to those given. */
export function shapeElement(shape: DrawnShape, theme: PictureTheme, glyphs: Map<string, string>): string {
  if (shape.kind === 'path') return pathElement(shape, theme)
  if (shape.kind === 'text') return textElement(shape, theme, glyphs)
  const inside = shape.shapes.map((each) => shapeElement(each, theme, glyphs)).join('')
  return shape.label === '' ? `<g>${inside}</g>` : `<g role="img" aria-label="${escaped(shape.label)}">${inside}</g>`
}

const pathData = (segments: readonly Segment[]): string => segments.map(([name, ...at]) => name + at.join(' ')).join('')

function pathElement({ segments, fill, line, width, dashes, opacity }: DrawnPath, theme: PictureTheme): string {
  const stroke = line === null ? '' : ` stroke="${hexOf(line, theme)}" stroke-width="${width}"`
  const dashed = dashes
    ? ` stroke-dasharray="${dashes.join(' ')}"${dashes[0] < 2 ? ' stroke-linecap="round"' : ''}`
    : ''
  const faint = opacity === undefined ? '' : ` opacity="${opacity}"`
  return `<path d="${pathData(segments)}" fill="${fill === null ? 'none' : hexOf(fill, theme)}"${stroke}${dashed}${faint}/>`
}

/** Relative to the size of letters. */
const HALO = 0.36

function textElement(drawn: DrawnText, theme: PictureTheme, glyphs: Map<string, string>): string {
  const set = setText(drawn.text, drawn)
  if (!set) return plainText(drawn, theme)
  const { letters } = set
  for (const { key, outline } of letters) glyphs.set(key, outline)
  const scale = at(drawn.size / EM)
  const lean = drawn.italic ? ` skewX(${at((Math.atan(SLANT) * 180) / Math.PI)})` : ''
  const place = `transform="translate(${at(startOf(drawn, set))} ${at(drawn.y)}) scale(${scale} ${-scale})${lean}"`
  const uses = letters.map(({ key, x, y }) => `<use xlink:href="#${key}" x="${x}"${y ? ` y="${y}"` : ''}/>`).join('')
  const halo = drawn.halo
    ? `<g ${place} fill="none" stroke="${hexOf(drawn.halo, theme)}" stroke-width="${HALO * EM}" stroke-linejoin="round">${uses}</g>`
    : ''
  return `${halo}<g ${place} fill="${hexOf(drawn.colour, theme)}">${uses}</g>`
}

const at = (x: number): number => Math.round(x * 1e4) / 1e4

const FAMILIES = { text: 'Inter, system-ui, sans-serif', mono: "'JetBrains Mono', monospace" }

/** Letters of other scripts, in the fonts of whoever sees it. */
function plainText(
  { text, x, y, anchor, size, colour, font, weight, italic, halo }: DrawnText,
  theme: PictureTheme,
): string {
  const around = halo ? ` stroke="${hexOf(halo, theme)}" stroke-width="${HALO * size}" paint-order="stroke"` : ''
  return (
    `<text x="${x}" y="${y}" font-family="${FAMILIES[font]}" font-size="${size}" font-weight="${weight}"` +
    `${italic ? ' font-style="italic"' : ''} text-anchor="${anchor}" fill="${hexOf(colour, theme)}"${around}>${escaped(text)}</text>`
  )
}
