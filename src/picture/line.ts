import { compactAnatomy } from './compact.ts'
import { type Anatomy, type ChipSlot, type Drawn, type FigureKind, type Slot, textWidth, widthOf } from './figure.ts'
import type { Style } from './style.ts'

/** Sizes in px at 100 %. */
const TEXT = 12
const HALF = 12
const LETTER = textWidth('x', TEXT)
const CORNERS: Readonly<Record<FigureKind, number>> = {
  input: 6,
  data: 1,
  param: 11,
  constant: 10,
  primitive: 8,
  module: 4,
}
const RING = 3
/** Between the text and the border, and between the parts of the text. */
const AROUND = 7
const GAP = 4
/** Room for a number, and for one with its sign. */
const NUMBER = widthOf('−0.1234', TEXT)
const CHIP = { room: widthOf('▸−0.1234', TEXT), height: 17, padding: 2, corner: 3 }

/** Name, value and derivatives in one line in a box; what is an array or was opened is compact. */
export function lineAnatomy(figure: Drawn, style: Style): Anatomy {
  if (!figure.line || figure.shape.length > 0) return compactAnatomy(figure, style)
  const ring = figure.output ? RING : 0
  const name = Math.max(textWidth(figure.title, TEXT), figure.line * LETTER)
  const equals = widthOf('=', TEXT)
  const chip = CHIP.room + 2 * CHIP.padding
  const width = name + GAP + equals + GAP + NUMBER + style.marks.length * (GAP + chip)
  const half = { x: width / 2 + AROUND, y: HALF }
  let x = -width / 2
  const next = (room: number): Slot => {
    const slot: Slot = { x, y: 0, anchor: 'start', room, size: TEXT }
    x += room + GAP
    return slot
  }
  const border = { x: half.x + ring, y: half.y + ring }
  return {
    ...{ half, ring, corner: CORNERS[figure.kind], cells: null },
    ...{ name: next(name), symbol: next(equals), value: next(NUMBER) },
    chips: style.marks.map((): ChipSlot => ({ ...next(chip), ...CHIP, cells: null })),
    room: { left: border.x, right: border.x, top: border.y, bottom: border.y },
  }
}
