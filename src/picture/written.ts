import { ENTRY_PLACES, shortEntry } from '../notation/numbers.ts'
import type { Shape } from '../primitives/shape.ts'
import type { Entries } from './entries.ts'
import { type Cells, type Slot, widthOf } from './figure.ts'
import { type Extent, heatGridOf } from './heat/grid.ts'
import { largestOf } from './heat/shading.ts'
import type { Pen } from './pen.ts'

/** Rows and columns of an array that stands in numbers wherever it is shown; larger ones are heat maps. */
const MOST_LENGTH = 4
/** Between columns, in px; lines relative to their letters. */
const BETWEEN = 7
const LINE = 1.3
/** What stands for the darkest tile, and the room of it with its number. */
const DARKEST = '■ '
const SCALE_PLACES = DARKEST.length + ENTRY_PLACES
/** How far brackets stand off, and how long their arms are. */
const OFF = 1
const ARM = 4

/** Whether an array is small enough to be read number by number. */
export const isWritten = (shape: Shape): boolean =>
  shape.length > 0 && shape.length <= 2 && shape.every((length) => length <= MOST_LENGTH)

/** An array's picture: numbers of that size if it is small, or else a heat map for that room. */
export function arrayCells(shape: Shape, size: number, room: Extent): Pick<Cells, 'grid' | 'size' | 'isHeat'> {
  if (!isWritten(shape)) return { grid: heatGridOf(shape, room), size, isHeat: true }
  const width = widthOf('0'.repeat(ENTRY_PLACES), size) + BETWEEN
  return { grid: heatGridOf(shape, room, { width, height: LINE * size }), size, isHeat: false }
}

/** How much lower a picture is than its cells: the scale of a heat map stands below it. */
export const scaleHeight = ({ isHeat, size }: Pick<Cells, 'isHeat' | 'size'>): number => (isHeat ? LINE * size : 0)

/** The room of a picture, with its scale. */
export function pictureExtent({ grid, ...cells }: Pick<Cells, 'grid' | 'isHeat' | 'size'>, scale: number): Extent {
  return {
    width: Math.max(grid.width * scale, cells.isHeat ? SCALE_PLACES * widthOf('0', cells.size) : 0),
    height: grid.height * scale + scaleHeight(cells),
  }
}

/** Where the scale stands below the middle of the cells. */
export const scaleAt = ({ grid, scale, ...cells }: Cells): number => (grid.height * scale + scaleHeight(cells)) / 2

/** How large the number of the darkest tile is. */
export function scaleText({ numbers }: Entries): string {
  const largest = largestOf(numbers)
  if (largest === 0) return shortEntry(Array.from(numbers).some(Number.isNaN) ? Number.NaN : 0)
  return DARKEST + shortEntry(largest)
}

/** Where the numbers stand about the middle of the grid, as wide as their columns. */
export const entrySlots = ({ grid, size }: Pick<Cells, 'grid' | 'size'>): Slot[] =>
  grid.cells.map(({ x, y, width, height }) => ({
    ...{ x: x + width / 2, y: y + height / 2, anchor: 'middle', room: width, size },
  }))

/** A number, a dash where no path leads, and where its last character ends. */
interface Written {
  readonly text: string
  readonly end: number
}

/** Entries in their slots. In a column points stand under points where there is room for that, or else ends under ends. */
export function writtenIn(slots: readonly Slot[], { numbers, present }: Entries): Written[] {
  const texts = slots.map((_, entry) => (present && !present[entry] ? '–' : shortEntry(numbers[entry])))
  return slots.map(({ x, size }, entry) => {
    const column = texts.filter((_, other) => slots[other].x === x)
    const [text, longest] = [texts[entry], Math.max(...column.map(({ length }) => length))]
    const whole = Math.max(...column.map(pointOf))
    const aligned = whole + Math.max(...column.map((other) => other.length - pointOf(other)))
    const hasRoom = aligned <= ENTRY_PLACES
    const width = hasRoom ? aligned : longest
    const end = hasRoom ? whole + text.length - pointOf(text) : longest
    return { text, end: x + widthOf('0', size) * (end - width / 2) }
  })
}

/** How many characters stand before the point. */
const pointOf = (text: string): number => text.search(/[.e]|$/)

/** Around the numbers of an array. */
export function drawBrackets(
  pen: Pen,
  { width, height }: Extent,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  for (const side of [-1, 1]) {
    const [at, arm] = [x + side * (width / 2 + OFF), -side * ARM]
    pen.moveTo(at + arm, y - height / 2)
    pen.lineTo(at, y - height / 2)
    pen.lineTo(at, y + height / 2)
    pen.lineTo(at + arm, y + height / 2)
  }
}
