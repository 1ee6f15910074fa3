import { type Colour, hexOf, type PictureTheme } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnPicture, DrawnShape, DrawnText, Segment } from '../../picture/drawing/drawing.ts'
import { outlined } from '../outlines/outlined.ts'

/** What of a canvas’s context pictures are painted with. */
export interface PaintContext {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'bevel' | 'miter' | 'round'
  globalAlpha: number
  font: string
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start'
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  closePath(): void
  fill(): void
  stroke(): void
  setLineDash(lengths: number[]): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  setTransform(a: number, b: number, c: number, d: number, x: number, y: number): void
}

/** Paints a drawing on a canvas that is so many times as large. Its ground stays as it is. */
export function paintOn(context: PaintContext, { shapes }: DrawnPicture, theme: PictureTheme, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  const paint = (shape: DrawnShape): void => {
    if (shape.kind === 'group') shape.shapes.forEach(paint)
    else if (shape.kind === 'path') paintPath(context, shape, theme)
    else paintText(context, shape, theme)
  }
  shapes.forEach(paint)
}

function paintPath(context: PaintContext, path: DrawnPath, theme: PictureTheme): void {
  const { segments, fill, line, width, dashes = [], opacity = 1 } = path
  context.globalAlpha = opacity
  trace(context, segments)
  if (fill) fillWith(context, fill, theme)
  if (line) {
    context.setLineDash([...dashes])
    context.lineCap = dashes.length > 0 && dashes[0] < width * 1.2 ? 'round' : 'butt'
    context.lineJoin = 'miter'
    strokeWith(context, line, width, theme)
    context.setLineDash([])
  }
  context.globalAlpha = 1
}

function fillWith(context: PaintContext, colour: Colour, theme: PictureTheme): void {
  context.fillStyle = hexOf(colour, theme)
  context.fill()
}

function strokeWith(context: PaintContext, colour: Colour, width: number, theme: PictureTheme): void {
  context.strokeStyle = hexOf(colour, theme)
  context.lineWidth = width
  context.stroke()
}

function trace(context: PaintContext, segments: readonly Segment[]): void {
  context.beginPath()
  for (const segment of segments) {
    if (segment[0] === 'Z') context.closePath()
    else if (segment[0] === 'C') {
      const [, ...curve] = segment
      context.bezierCurveTo(...curve)
    } else if (segment[0] === 'M') context.moveTo(segment[1], segment[2])
    else context.lineTo(segment[1], segment[2])
  }
}

/** Of the rim around letters, relative to their size. */
const HALO = 0.36

/** Letters as outlines: the page’s fonts are not where it is painted. */
function paintText(context: PaintContext, text: DrawnText, theme: PictureTheme): void {
  const letters = outlined(text)
  if (!letters) {
    paintPlain(context, text, theme)
    return
  }
  trace(context, letters)
  if (text.halo) {
    context.lineJoin = 'round'
    strokeWith(context, text.halo, HALO * text.size, theme)
  }
  fillWith(context, text.colour, theme)
}

const FONTS = { text: 'Inter, Arial, sans-serif', mono: '"JetBrains Mono", Consolas, monospace' }
const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

/** Letters of other scripts, in whichever font has them. */
function paintPlain(context: PaintContext, text: DrawnText, theme: PictureTheme): void {
  context.font = `${text.italic ? 'italic ' : ''}${text.weight} ${text.size}px ${FONTS[text.font]}`
  context.textAlign = ALIGN[text.anchor]
  if (text.halo) {
    context.lineJoin = 'round'
    context.strokeStyle = hexOf(text.halo, theme)
    context.lineWidth = HALO * text.size
    context.strokeText(text.text, text.x, text.y)
  }
  context.fillStyle = hexOf(text.colour, theme)
  context.fillText(text.text, text.x, text.y)
}
