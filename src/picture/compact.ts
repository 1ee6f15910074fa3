import {
  type Anatomy,
  type Cells,
  type ChipSlot,
  type Drawn,
  type FigureKind,
  isBare,
  isConstant,
  type Slot,
  textWidth,
  widthOf,
} from './figure.ts'
import type { Style } from './style.ts'
import { arrayCells, pictureExtent, scaleHeight } from './written.ts'

/** Sizes in px at 100 %. Half the height of a figure, which is as wide as its symbol. */
const HALVES: Readonly<Record<FigureKind, number>> = {
  input: 13,
  data: 13,
  param: 13,
  constant: 10,
  primitive: 15,
  module: 13,
}
const CORNERS: Readonly<Record<FigureKind, number>> = {
  input: 7,
  data: 2,
  param: 13,
  constant: 10,
  primitive: 15,
  module: 5,
}
/** Between the symbol and the border. */
const AROUND = 7
const RING = 3
/** A line is as high as its letters reach, so that lines never touch. */
const TEXT = 12
const LINE = 15.6
const LETTER = { text: 12, alone: 15 }
/** Room for a number of so many characters after its sign. */
const NUMBER = widthOf('▸−0.1234', TEXT) + 4
const BESIDE = 5
/** Between the figure and the lines above and below it. */
const GAP = 3
/** Cells of an array, in its figure and, where they are tiles, smaller in the lines of its derivatives. */
const CELLS = { width: 48, height: 44, scale: 0.8, sign: 13, around: { x: 7, y: 5 }, after: 3, gap: 4 }
/** The head of data takes so much of the line of its symbol. */
const HEAD = 4

/** The symbol in a figure as small as can be read, its value and its derivatives in lines beside or below it. */
export function compactAnatomy(figure: Drawn, style: Style): Anatomy {
  const ring = figure.output ? RING : 0
  const cells = cellsIn(figure)
  const half = halfOf(figure, cells)
  const symbol = isConstant(figure) ? null : symbolIn(figure, half, cells)
  const core = { half, ring, corner: Math.min(CORNERS[figure.kind], half.x, half.y), cells, symbol }
  const border = { x: half.x + ring, y: half.y + ring }
  if (isBare(figure)) {
    const value: Slot | null = cells ? null : { x: 0, y: 0, anchor: 'middle', room: 2 * half.x, size: TEXT }
    const room = { left: border.x, right: border.x, top: border.y, bottom: border.y }
    return { ...core, value, name: null, chips: [], room }
  }
  return { ...core, ...(style.direction === 'up' ? beside(figure, style, border) : below(figure, style, border)) }
}

type Lines = Pick<Anatomy, 'value' | 'name' | 'chips' | 'room'>

/**
 * Where the flow goes up: at the right. Two derivatives stand in a line, and the name beside the value, since such a
 * picture is high rather than wide; where it is wide, each has a line of its own.
 */
function beside(figure: Drawn, { marks, columns = 2 }: Style, border: Anatomy['half']): Lines {
  const x = border.x + BESIDE
  const { name, value, derivatives, width } = linesOf(figure, marks.length)
  const isNarrow = columns < 2
  const first = isNarrow ? name + value : Math.max(name, value)
  const rows = inRows(derivatives, columns)
  const total = first + rows.length * (derivatives[0] ?? 0)
  let y = first - total / 2
  const chips = rows.flatMap((row) => {
    const slots = row.map((height, i) =>
      chipSlot(figure, { x: x + i * width, y: y + height / 2, anchor: 'start' }, height),
    )
    y += row[0]
    return slots
  })
  const title = textWidth(figure.title, TEXT)
  // The name stands against its own node, and the value behind it.
  const valueX = isNarrow || name === 0 ? x : x + title + BESIDE
  const half = Math.max(border.y, total / 2)
  return {
    name: name > 0 ? { x, y: name / 2 - total / 2, anchor: 'start', room: title, size: TEXT } : null,
    ...{ value: valueIn(figure, { x: valueX, y: first - LINE / 2 - total / 2, anchor: 'start' }), chips },
    room: {
      ...{ left: border.x, top: half, bottom: half },
      right: Math.max(value > 0 ? valueX + width : x, x + title, x + Math.min(columns, derivatives.length) * width),
    },
  }
}

const inRows = (heights: readonly number[], columns: number): number[][] =>
  heights.flatMap((_, i) => (i % columns > 0 ? [] : [heights.slice(i, i + columns)]))

/** Where it goes right: the name above, all numbers below, one to a line. */
function below(figure: Drawn, { marks }: Style, border: Anatomy['half']): Lines {
  const { name, value, derivatives, width } = linesOf(figure, marks.length)
  const title = textWidth(figure.title, TEXT)
  const side = Math.max(border.x, width / 2, title / 2)
  const top = border.y + GAP
  let y = top + value
  const chips = derivatives.map((height) => {
    y += height
    return chipSlot(figure, { x: 0, y: y - height / 2, anchor: 'middle' }, height)
  })
  return {
    name: name > 0 ? { x: 0, y: -top - name / 2, anchor: 'middle', room: title, size: TEXT } : null,
    ...{ value: valueIn(figure, { x: 0, y: top + value / 2, anchor: 'middle' }), chips },
    room: { left: side, right: side, top: name > 0 ? top + name : border.y, bottom: y > top ? y : border.y },
  }
}

/** How high the lines of a node are, 0 where there is none, and how wide its numbers. */
function linesOf(figure: Drawn, marks: number) {
  const cells = cellsIn(figure)
  const picture = cells && pictureExtent(cells, inLines(cells))
  return {
    name: figure.title ? LINE : 0,
    value: cells || isConstant(figure) ? 0 : LINE,
    derivatives: new Array<number>(isConstant(figure) ? 0 : marks).fill(picture ? picture.height + CELLS.gap : LINE),
    width: picture ? picture.width + CELLS.sign + CELLS.after + CELLS.gap : NUMBER,
  }
}

type Place = Pick<Slot, 'x' | 'y' | 'anchor'>

/** A constant's number stands in its figure. */
function valueIn(figure: Drawn, place: Place): Slot | null {
  if (figure.shape.length > 0) return null
  return isConstant(figure)
    ? { x: 0, y: 0, anchor: 'middle', room: NUMBER, size: TEXT }
    : { ...place, room: NUMBER, size: TEXT }
}

function chipSlot(figure: Drawn, place: Place, height: number): ChipSlot {
  const cells = cellsIn(figure)
  const chip = { ...place, size: TEXT, height: height - 1, corner: 3, cells: null }
  if (!cells) return { ...chip, room: NUMBER - 4, padding: 2 }
  const scale = inLines(cells)
  const picture = pictureExtent(cells, scale)
  const width = picture.width + CELLS.sign + CELLS.after
  const left = place.anchor === 'start' ? place.x : place.x - width / 2
  return {
    ...{ ...chip, padding: 0, room: width },
    cells: {
      ...{ ...cells, scale, y: place.y - scaleHeight(cells) / 2 },
      x: left + CELLS.sign + picture.width / 2,
    },
  }
}

function cellsIn(figure: Drawn): Cells | null {
  if (figure.shape.length === 0) return null
  const cells = arrayCells(figure.shape, TEXT, CELLS)
  return { ...cells, scale: 1, x: 0, y: (aboveCells(figure) - scaleHeight(cells)) / 2 }
}

/** The line of the symbol, below the head of data. */
const aboveCells = (figure: Drawn): number => (isConstant(figure) ? 0 : LINE + headOf(figure))

const headOf = ({ kind }: Drawn): number => (kind === 'data' ? HEAD : 0)

const inLines = ({ isHeat }: Cells): number => (isHeat ? CELLS.scale : 1)

const letterOf = (symbol: string) => ([...symbol].length === 1 ? LETTER.alone : LETTER.text)

function halfOf(figure: Drawn, cells: Cells | null): Anatomy['half'] {
  const text = widthOf(figure.symbol, letterOf(figure.symbol)) / 2 + AROUND
  const least = HALVES[figure.kind]
  if (cells) {
    const { width, height } = pictureExtent(cells, 1)
    return {
      x: Math.max(text, width / 2 + CELLS.around.x),
      y: (height + aboveCells(figure)) / 2 + CELLS.around.y,
    }
  }
  return isConstant(figure) ? { x: NUMBER / 2, y: least } : { x: Math.max(least, text), y: least }
}

const symbolIn = (figure: Drawn, half: Anatomy['half'], cells: Cells | null): Slot => ({
  ...{ x: 0, y: cells ? LINE / 2 + 2 + headOf(figure) - half.y : 0, anchor: 'middle', room: 2 * half.x - 6 },
  size: letterOf(figure.symbol),
})
