import type PptxGenJS from 'pptxgenjs'
import { type Colour, hexOf, type PictureTheme } from '../../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnShape, DrawnText, Segment } from '../../../picture/drawing/drawing.ts'
import { textWidth, widthOf } from '../../../picture/figure.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { sayable } from '../../picture/xml.ts'
import { type Placing, placed, type Rectangle } from '../../placed.ts'
import { boxAround, outlineKind } from './outlineKind.ts'

export const FONTS = { text: 'Inter', mono: 'JetBrains Mono' } as const

/** Points of type, and of lines, in an inch. */
export const POINTS = 72

/** What slides call their parts: those of one group of the drawing have its number. */
export const partName = (group: number, kind: string) => `#${group} ${kind}`

/** Puts a shape on a slide, in inches, as a shape that can be edited there. */
export function addShape(
  slide: PptxGenJS.Slide,
  shape: DrawnShape,
  placing: Placing,
  theme: PictureTheme,
  group = -1,
): void {
  const colour = (colour: Colour) => hexOf(colour, theme).slice(1)
  if (shape.kind === 'group') for (const part of shape.shapes) addShape(slide, part, placing, theme, group)
  else if (shape.kind === 'text') addText(slide, placed(shape, placing), colour, group)
  else addPath(slide, shape, placing, colour, group)
}

type ColourName = (colour: Colour) => string

/** Flat ones have a height all the same, by which programs divide. */
const LEAST = 0.001

function addPath(slide: PptxGenJS.Slide, path: DrawnPath, placing: Placing, colour: ColourName, group: number): void {
  const { segments, fill, line, width, opacity = 1 } = placed(path, placing)
  const found = outlineKind(path.segments)
  const box = boxAround(segments)
  const transparency = 100 * (1 - opacity)
  slide.addShape((found.kind === 'freeform' ? 'custGeom' : found.kind) as PptxGenJS.ShapeType, {
    ...{ x: box.x, y: box.y, w: Math.max(box.width, LEAST), h: Math.max(box.height, LEAST) },
    objectName: partName(group, 'Shape'),
    ...(found.kind === 'freeform' ? { points: pointsOf(segments, box) } : {}),
    ...(found.kind === 'roundRect' ? { rectRadius: found.radius * placing.scale } : {}),
    ...(fill ? { fill: { color: colour(fill), transparency } } : {}),
    line: line
      ? { color: colour(line), width: width * POINTS, transparency, dashType: dashed(path.dashes) }
      : { type: 'none' },
  })
}

const dashed = (dashes: DrawnPath['dashes']) => (!dashes ? 'solid' : dashes[0] <= 1 ? 'sysDot' : 'sysDash')

const pointsOf = (segments: readonly Segment[], box: Rectangle): PptxGenJS.ShapeProps['points'] =>
  segments.map((segment) => {
    const [name, ...numbers] = segment
    if (name === 'Z') return { close: true as const }
    const at = numbers.map((number, i) => number - (i % 2 === 0 ? box.x : box.y))
    if (name !== 'C') return { x: at[0], y: at[1], moveTo: name === 'M' }
    return { x: at[4], y: at[5], curve: { type: 'cubic' as const, x1: at[0], y1: at[1], x2: at[2], y2: at[3] } }
  })

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const
/** Of the box around a text: its height relative to the size, of which other fonts need more or less. */
const LINE = 1.3

function addText(slide: PptxGenJS.Slide, text: DrawnText, colour: ColourName, group: number): void {
  const { size, anchor, x, y } = text
  const words = sayable(text.text)
  if (words.trim() === '') return
  const w = text.font === 'mono' ? widthOf(words, size) : textWidth(words, size)
  slide.addText(words, {
    ...{ x: anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2, y: y - (BASELINE + LINE / 2) * size },
    ...{ w, h: LINE * size, margin: 0, wrap: false, align: ALIGN[anchor], valign: 'middle', isTextBox: true },
    ...{ fontFace: FONTS[text.font], fontSize: size * POINTS, color: colour(text.colour) },
    ...{ bold: text.weight === 600, italic: text.italic ?? false },
    ...(text.halo ? { fill: { color: colour(text.halo) } } : {}),
    objectName: partName(group, 'Text'),
  })
}
