import type { Mode } from '../../../autodiff/pass.ts'
import type { Direction, Point } from '../../../layout/layout.ts'
import { short } from '../../../notation/numbers.ts'
import type { Curve } from '../curve.ts'
import type { Detail } from '../detail.ts'
import { type Entries, isArray } from '../entries.ts'
import {
  type Beside,
  borderOf,
  CHIP,
  CHIP_PADDING,
  CHIP_SCALE,
  CHIP_SIGN,
  chipAt,
  chipExtent,
  type Drawn,
  gridIn,
  gridMiddle,
  halfOf,
  isRound,
  nameAt,
  RING,
  sizeIn,
  widthOf,
} from '../figure.ts'
import { headAt } from '../head.ts'
import { chipSign, chipText, type Face } from '../moment.ts'
import { shapeLabel } from '../shapeLabel.ts'
import type { Figure } from '../structure.ts'
import type { Brush } from './canvas.ts'
import { sketchAverage, sketchHeat } from './heat.ts'
import type { Palette } from './palette.ts'

/** Adds an edge to a path. */
export function traceEdge(path: Brush | Path2D, curve: Curve): void {
  path.moveTo(curve[0].x, curve[0].y)
  for (let i = 1; i + 2 < curve.length; i += 3)
    path.bezierCurveTo(curve[i].x, curve[i].y, curve[i + 1].x, curve[i + 1].y, curve[i + 2].x, curve[i + 2].y)
}

/** Begins the outline of a node, grown on all sides. */
export function traceNode(brush: Brush, figure: Drawn, { x, y }: Point, grow: number): void {
  const half = halfOf(figure)
  brush.beginPath()
  if (isRound(figure.kind)) brush.arc(x, y, half.x + grow, 0, 2 * Math.PI)
  else brush.roundRect(x - half.x - grow, y - half.y - grow, 2 * (half.x + grow), 2 * (half.y + grow), 14)
}

/** Adds an edge's arrowhead to a path. */
export function traceHead(path: Path2D, curve: Curve, direction: Direction): void {
  path.addPath(new Path2D(headAt(curve[curve.length - 1], direction)))
}

interface Sketch {
  readonly figure: Figure
  readonly centre: Point
  readonly face: Face
  readonly side: Mode
  readonly direction: Direction
}

/** Draws a node as far as its details can be made out. */
export function sketchNode(brush: Brush, sketch: Sketch, detail: Detail, palette: Palette): void {
  const { figure, centre, face } = sketch
  if (figure.output) {
    traceNode(brush, figure, centre, RING)
    fillAndLine(brush, palette.canvas, palette.ink)
  }
  traceNode(brush, figure, centre, 0)
  const tinted = detail !== 'full' && face.stage !== 'unknown'
  fillAndLine(brush, bodyColor(face, detail, palette), tinted ? palette.role : face.reached ? null : palette.soft)
  if (detail === 'dot') return
  brush.textAlign = 'center'
  if (detail === 'symbol') sketchFromAfar(brush, sketch, palette)
  writeSymbol(brush, sketch, detail, palette)
  if (detail !== 'full') return
  writeNumbers(brush, sketch, palette)
  writeName(brush, sketch, palette)
}

function bodyColor(face: Face, detail: Detail, palette: Palette): string {
  if (!face.reached) return palette.canvas
  if (detail === 'dot') return face.stage === 'unknown' ? palette.outline : palette.role
  return detail === 'symbol' && face.stage !== 'unknown' ? palette.roleWash : palette.primalWash
}

function fillAndLine(brush: Brush, fill: string, line: string | null): void {
  brush.fillStyle = fill
  brush.fill()
  if (line === null) return
  brush.strokeStyle = line
  brush.lineWidth = 1.5
  brush.stroke()
}

function writeSymbol(brush: Brush, { figure, centre }: Sketch, detail: Detail, palette: Palette): void {
  const { symbol } = figure
  if (!symbol) return
  const { x } = halfOf(figure)
  const grid = gridIn(figure)
  const size = sizeIn(2 * x - 14, symbol, detail === 'full' ? 18 : 26)
  const above = grid ? gridMiddle(figure) - grid.height / 2 - 7 : -4
  brush.font = `${size}px ${palette.text}`
  brush.fillStyle = palette.ink
  brush.fillText(symbol, centre.x, centre.y + (detail === 'full' ? above : size / 3), 2 * x - 8)
}

function sketchFromAfar(brush: Brush, { figure, centre, face: { value, reached } }: Sketch, palette: Palette): void {
  const grid = gridIn(figure)
  if (grid && isArray(value) && reached) sketchAverage(brush, grid, value, centre, palette.trail)
}

function writeNumbers(brush: Brush, sketch: Sketch, palette: Palette): void {
  const { figure, centre, face, side, direction } = sketch
  writeValue(brush, sketch, palette)
  if (face.derivative === null || figure.kind === 'constant') return
  const place = besideCentre(centre, chipAt(figure, side, direction))
  if (isArray(face.derivative)) sketchArrayChip(brush, figure, place, chipSign(face.mark), face.derivative, palette)
  else sketchChip(brush, place, chipText(face.mark, face.derivative), face.derivative !== 'absent', palette)
}

function writeValue(brush: Brush, { figure, centre, face }: Sketch, palette: Palette): void {
  const grid = gridIn(figure)
  if (grid && isArray(face.value)) {
    const middle = { x: centre.x, y: centre.y + gridMiddle(figure) }
    sketchHeat(brush, grid, face.value, middle, 1, { ground: palette.canvas, full: palette.ink })
    return
  }
  const value = short(face.value as number)
  brush.font = `${sizeIn(2 * halfOf(figure).x - 14, value, 14)}px ${palette.mono}`
  brush.fillStyle = figure.kind === 'constant' ? palette.soft : palette.ink
  brush.fillText(value, centre.x, centre.y + (figure.kind === 'constant' ? 5 : 18))
}

const besideCentre = ({ x, y }: Point, by: Beside): Beside => ({ x: x + by.x, y: y + by.y, anchor: by.anchor })

function writeName(brush: Brush, { figure, centre, side, direction }: Sketch, palette: Palette): void {
  const isComputed = figure.kind === 'primitive' || figure.kind === 'module'
  if (!isComputed && figure.shape.length === 0) return
  const { x, y, anchor } = besideCentre(centre, nameAt(figure, side, direction))
  brush.textAlign = anchor === 'middle' ? 'center' : 'start'
  brush.font = `14px ${palette.text}`
  brush.fillStyle = palette.soft
  const parts = [isComputed ? figure.variable : '', figure.definition, shapeLabel(figure.shape)]
  brush.fillText(parts.filter(Boolean).join('  '), x, y + 5, CHIP.room)
  brush.textAlign = 'center'
}

const PADDING = 9

function sketchChip(brush: Brush, { x, y, anchor }: Beside, text: string, framed: boolean, palette: Palette): void {
  const room = CHIP.room - 2 * PADDING
  const width = Math.min(room, widthOf(text, 14)) + 2 * PADDING
  const left = anchor === 'start' ? x : x - width / 2
  if (framed) {
    brush.beginPath()
    brush.roundRect(left, y - CHIP.height / 2, width, CHIP.height, CHIP.height / 2)
    fillAndLine(brush, palette.roleWash, palette.role)
  }
  brush.font = `${sizeIn(room, text, 14)}px ${palette.mono}`
  brush.fillStyle = palette.role
  brush.fillText(text, left + width / 2, y + 5)
}

const ARRAY_CORNER = 9

function sketchArrayChip(
  brush: Brush,
  figure: Figure,
  { x, y, anchor }: Beside,
  sign: string,
  entries: Entries,
  palette: Palette,
): void {
  const { width, height } = chipExtent(figure)
  const grid = gridIn(figure)
  const left = anchor === 'start' ? x : x - width / 2
  brush.beginPath()
  brush.roundRect(left, y - height / 2, width, height, ARRAY_CORNER)
  fillAndLine(brush, palette.roleWash, palette.role)
  brush.font = `14px ${palette.mono}`
  brush.fillStyle = palette.role
  brush.fillText(sign, left + CHIP_PADDING + CHIP_SIGN / 2 - 1, y + 5)
  if (!grid) return
  const middle = { x: left + CHIP_PADDING + CHIP_SIGN + (grid.width * CHIP_SCALE) / 2, y }
  sketchHeat(brush, grid, entries, middle, CHIP_SCALE, { ground: palette.canvas, full: palette.role })
}

/** Rings a node: it is active, lit or has the focus. */
export function ringNode(brush: Brush, figure: Figure, centre: Point, color: string, width: number, off: number): void {
  traceNode(brush, figure, centre, borderOf(figure).x - halfOf(figure).x + off)
  brush.strokeStyle = color
  brush.lineWidth = width
  brush.stroke()
}
