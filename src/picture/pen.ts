import { pathRound } from 'd3'

/**
 * What outlines are drawn with: a canvas context, a path of d3-path, a recorder of tests. Whatever draws a picture gets
 * the same calls.
 */
export interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  rect(x: number, y: number, width: number, height: number): void
  closePath(): void
}

/** Tenths of a px are more than can be seen. */
const DIGITS = 1

/** What is drawn, as the data of an SVG path. */
export function pathData(draw: (pen: Pen) => void): string {
  const pen = pathRound(DIGITS)
  draw(pen)
  return pen.toString()
}
