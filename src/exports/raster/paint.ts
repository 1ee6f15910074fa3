import { hexOf, type PictureTheme } from '../../picture/drawing/colours.ts'
import type { Drawing, DrawnPath, DrawnText, Segment, Shape } from '../../picture/drawing/drawing.ts'

/** What of a canvas’s context pictures are painted with. */
export interface PaintContext {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
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
export function paintOn(context: PaintContext, { shapes }: Drawing, theme: PictureTheme, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  const paint = (shape: Shape): void => {
    if (shape.kind === 'group') shape.shapes.forEach(paint)
    else if (shape.kind === 'path') paintPath(context, shape, theme)
    else paintText(context, shape, theme)
  }
  shapes.forEach(paint)
}

function paintPath(context: PaintContext, path: DrawnPath, theme: PictureTheme): void {
  context.globalAlpha = path.opacity ?? 1
  context.setLineDash([...(path.dashes ?? [])])
  trace(context, path.segments)
  if (path.fill) {
    context.fillStyle = hexOf(path.fill, theme)
    context.fill()
  }
  if (path.line && path.width > 0) {
    context.strokeStyle = hexOf(path.line, theme)
    context.lineWidth = path.width
    context.lineJoin = 'miter'
    context.stroke()
  }
  context.globalAlpha = 1
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

/** The page’s fonts, which a worker has not: others of about their width take their place. */
const FONTS = { text: 'Inter, Arial, sans-serif', mono: '"JetBrains Mono", Consolas, monospace' }
const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const
/** Of the rim around letters, relative to their size. */
const HALO = 0.25

function paintText(context: PaintContext, text: DrawnText, theme: PictureTheme): void {
  context.font = `${text.italic ? 'italic ' : ''}${text.weight} ${text.size}px ${FONTS[text.font]}`
  context.textAlign = ALIGN[text.anchor]
  if (text.halo) {
    context.setLineDash([])
    context.strokeStyle = hexOf(text.halo, theme)
    context.lineWidth = HALO * text.size
    context.lineJoin = 'round'
    context.strokeText(text.text, text.x, text.y)
  }
  context.fillStyle = hexOf(text.colour, theme)
  context.fillText(text.text, text.x, text.y)
}
