import type { Point } from '../../../layout/layout.ts'
import { whereTold } from '../../../notation/asked.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import type { Detail } from '../../../picture/detail.ts'
import { type Entries, isEntries } from '../../../picture/entries.ts'
import { type Anatomy, borderOf, type ChipSlot, type Slot, widthOf } from '../../../picture/figure.ts'
import { BASELINE, numberIn } from '../../../picture/lettering.ts'
import { SIGNS } from '../../../picture/marks.ts'
import { chipSign, chipText, type Face } from '../../../picture/moment/paneMoment.ts'
import { drawOutline, drawRoleMark, drawRoundedBox } from '../../../picture/outline.ts'
import type { Figure } from '../../../picture/structure.ts'
import { sketchArray } from './array.ts'
import type { Brush } from './canvas.ts'
import { sketchAverage } from './heat.ts'
import type { Palette } from './palette.ts'

/** Begins the outline of a node, grown on all sides. */
function traceNode(brush: Brush, anatomy: Anatomy, at: Point, grow: number): void {
  brush.beginPath()
  drawOutline(brush, anatomy, at, grow)
}

interface Sketch {
  readonly figure: Figure
  readonly anatomy: Anatomy
  readonly centre: Point
  readonly face: Face
}

/** Draws a node as far as its details can be made out. */
export function sketchNode(brush: Brush, sketch: Sketch, detail: Detail, palette: Palette): void {
  const { figure, anatomy, centre, face } = sketch
  if (figure.output) {
    traceNode(brush, anatomy, centre, anatomy.ring)
    fillAndLine(brush, palette.canvas, palette.ink)
  }
  traceNode(brush, anatomy, centre, 0)
  fillAndLine(brush, bodyColor(face, detail, palette), rimColor(sketch, detail, palette))
  if (detail === 'dot') return
  markRole(brush, sketch, palette)
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

function rimColor({ figure: { kind }, face }: Sketch, detail: Detail, palette: Palette): string | null {
  if (detail !== 'full' && face.stage !== 'unknown') return palette.role
  if (!face.reached) return palette.outline
  return kind === 'param' || kind === 'data' || kind === 'constant' ? palette.soft : null
}

function fillAndLine(brush: Brush, fill: string, line: string | null): void {
  brush.fillStyle = fill
  brush.fill()
  if (line === null) return
  brush.strokeStyle = line
  brush.lineWidth = 1.5
  brush.stroke()
}

function markRole(brush: Brush, { figure, anatomy, centre }: Sketch, palette: Palette): void {
  if (figure.kind !== 'data' && figure.kind !== 'param') return
  brush.beginPath()
  drawRoleMark(brush, figure, anatomy, centre)
  fillAndLine(
    brush,
    figure.kind === 'data' ? palette.soft : palette.canvas,
    figure.kind === 'data' ? null : palette.ink,
  )
}

/** Letters of a symbol as seen from afar, where nothing else is written. */
const FROM_AFAR = 26

function writeSymbol(brush: Brush, { figure, anatomy, centre }: Sketch, detail: Detail, palette: Palette): void {
  const { symbol } = anatomy
  if (!symbol) return
  const isFar = detail !== 'full'
  const size = isFar ? Math.min(FROM_AFAR, symbol.room / widthOf(figure.symbol, 1)) : symbol.size
  write(brush, figure.symbol, isFar ? { ...symbol, y: 0, size } : symbol, centre, palette.text, palette.ink)
}

function sketchFromAfar(brush: Brush, { anatomy, centre, face: { value, reached } }: Sketch, palette: Palette): void {
  const { cells, half } = anatomy
  if (cells && isEntries(value) && reached) sketchAverage(brush, cells.grid, value, centre, half.y / 2, palette.trail)
}

function writeNumbers(brush: Brush, { anatomy, centre, face, figure }: Sketch, palette: Palette): void {
  const { cells, value, chips } = anatomy
  const isConstant = figure.kind === 'constant'
  if (face.blank) return
  if (cells && isEntries(face.value)) sketchArray(brush, cells, face.value, centre, palette.ink, palette)
  else if (value && !isEntries(face.value))
    write(
      brush,
      whereTold(face.isValueTold, () => numberIn(value, face.value as number)),
      value,
      centre,
      palette.mono,
      isConstant ? palette.soft : palette.ink,
    )
  const [chip] = chips
  if (!chip || face.derivative === null) return
  if (isEntries(face.derivative)) sketchArrayChip(brush, chip, centre, chipSign(face.mark), face.derivative, palette)
  else {
    const number = (x: number) => whereTold(face.isDerivativeTold, () => numberIn(chip, x, SIGNS[face.mark].length + 1))
    const text = chipText(face.mark, face.derivative, number)
    sketchChip(brush, chip, centre, text, face.derivative !== 'absent', palette)
  }
}

/** Writes text into a slot of the node there. */
function write(brush: Brush, text: string, slot: Slot, at: Point, font: string, color: string): void {
  brush.textAlign = slot.anchor === 'start' ? 'start' : 'center'
  brush.font = `${slot.size}px ${font}`
  brush.fillStyle = color
  brush.fillText(text, at.x + slot.x, at.y + slot.y + BASELINE * slot.size)
}

function writeName(brush: Brush, { figure, anatomy, centre }: Sketch, palette: Palette): void {
  const { name } = anatomy
  if (!name) return
  const isComputed = figure.kind === 'primitive' || figure.kind === 'module'
  const parts = [isComputed ? figure.variable : '', figure.definition, shapeLabel(figure.shape)]
  write(brush, parts.filter(Boolean).join('  '), name, centre, palette.text, palette.soft)
}

function sketchChip(brush: Brush, chip: ChipSlot, at: Point, text: string, framed: boolean, palette: Palette): void {
  const width = widthOf(text, chip.size) + 2 * chip.padding
  const left = at.x + chip.x - (chip.anchor === 'start' ? 0 : width / 2)
  if (framed) {
    brush.beginPath()
    drawRoundedBox(brush, left, at.y + chip.y - chip.height / 2, width, chip.height, chip.corner)
    fillAndLine(brush, palette.roleWash, palette.role)
  }
  const middle: Slot = { ...chip, x: left + width / 2 - at.x, anchor: 'middle' }
  write(brush, text, middle, at, palette.mono, palette.role)
}

function sketchArrayChip(
  brush: Brush,
  chip: ChipSlot,
  at: Point,
  sign: string,
  entries: Entries,
  palette: Palette,
): void {
  const { cells, room, height } = chip
  if (!cells) return
  const left = at.x + chip.x - (chip.anchor === 'start' ? 0 : room / 2)
  brush.beginPath()
  drawRoundedBox(brush, left, at.y + chip.y - height / 2, room, height, chip.corner)
  fillAndLine(brush, palette.roleWash, palette.role)
  const place: Slot = { ...chip, x: left + chip.padding - at.x, anchor: 'start' }
  write(brush, sign, place, at, palette.mono, palette.role)
  sketchArray(brush, cells, entries, at, palette.role, palette)
}

/** Rings a node: it is active, lit or has the focus. */
export function ringNode(
  brush: Brush,
  anatomy: Anatomy,
  centre: Point,
  color: string,
  width: number,
  off: number,
): void {
  traceNode(brush, anatomy, centre, borderOf(anatomy).x - anatomy.half.x + off)
  brush.strokeStyle = color
  brush.lineWidth = width
  brush.stroke()
}
