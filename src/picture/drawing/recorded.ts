import type { Point } from '../../layout/layout.ts'
import type { Pen } from '../pen.ts'
import type { Segment } from './drawing.ts'

/** So that a quarter of a circle is a Bézier curve: the length of its handles for a radius of 1, by half the angle. */
const handle = (angle: number) => (4 / 3) * Math.tan(angle / 4)

/** Tenths of a px are more than can be seen. */
const at = (x: number) => Math.round(x * 100) / 100

/** What is drawn, piece by piece; arcs as Bézier curves, which every format has. */
export function recorded(draw: (pen: Pen) => void): Segment[] {
  const segments: Segment[] = []
  const pen: Pen = {
    moveTo: (x, y) => segments.push(['M', at(x), at(y)]),
    lineTo: (x, y) => segments.push(['L', at(x), at(y)]),
    bezierCurveTo: (x1, y1, x2, y2, x, y) => segments.push(['C', at(x1), at(y1), at(x2), at(y2), at(x), at(y)]),
    arc: (x, y, radius, from, to) => segments.push(...arc({ x, y }, radius, from, to)),
    rect(x, y, width, height) {
      pen.moveTo(x, y)
      pen.lineTo(x + width, y)
      pen.lineTo(x + width, y + height)
      pen.lineTo(x, y + height)
      pen.closePath()
    },
    closePath: () => segments.push(['Z']),
  }
  draw(pen)
  return segments
}

/** Clockwise on the screen, in pieces of a quarter at most; the pen stands at its start. */
function arc({ x, y }: Point, radius: number, from: number, to: number): Segment[] {
  const pieces = Math.max(1, Math.ceil((to - from) / (Math.PI / 2) - 1e-9))
  const angle = (to - from) / pieces
  const k = radius * handle(angle)
  return Array.from({ length: pieces }, (_, i) => {
    const [a, b] = [from + i * angle, from + (i + 1) * angle]
    const [ax, ay, bx, by] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)]
    return [
      ...['C' as const, at(x + radius * ax - k * ay), at(y + radius * ay + k * ax)],
      ...[at(x + radius * bx + k * by), at(y + radius * by - k * bx), at(x + radius * bx), at(y + radius * by)],
    ] as unknown as Segment
  })
}
