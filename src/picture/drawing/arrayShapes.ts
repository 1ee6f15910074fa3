import type { Point } from '../../layout/layout.ts'
import { asked } from '../../notation/asked.ts'
import type { Entries } from '../entries.ts'
import type { Cells } from '../figure.ts'
import type { HeatCell, HeatGrid } from '../heat/grid.ts'
import { barBox, crossOf, gapIn } from '../heat/paths.ts'
import { shadesOf } from '../heat/shades.ts'
import { LEVELS } from '../heat/tiles.ts'
import type { Pen } from '../pen.ts'
import { drawBrackets, entrySlots, scaleAt, scaleText, writtenIn } from '../written.ts'
import type { Colour, ThemeColour } from './colours.ts'
import type { DrawnShape } from './drawing.ts'
import { path, text } from './shapes.ts'

/** The colours of an array’s numbers, of what is around them, and of its tiles. */
export interface ArrayColours {
  readonly numbers: Colour
  readonly brackets: Colour
  readonly tiles: ThemeColour
}

/** An array of the node there, in numbers or as a heat map with its scale. */
export function arrayShapes(
  cells: Cells,
  entries: Entries,
  node: Point,
  colours: ArrayColours,
  weight: 400 | 600 = 400,
): DrawnShape[] {
  const at = { x: node.x + cells.x, y: node.y + cells.y }
  const mono = { font: 'mono', weight } as const
  if (cells.isHeat) {
    const scale = { x: at.x, y: at.y + scaleAt(cells), size: cells.size, anchor: 'middle' } as const
    return [
      ...heatShapes(cells.grid, entries, at, cells.scale, colours.tiles),
      text(scaleText(entries), scale, colours.numbers, mono),
    ]
  }
  const slots = entrySlots(cells)
  return [
    path((pen) => drawBrackets(pen, cells.grid, at), { line: colours.brackets }),
    ...writtenIn(slots, entries).map(({ text: number, end }, entry) =>
      text(number, { ...slots[entry], x: at.x + end, y: at.y + slots[entry].y }, colours.numbers, {
        ...mono,
        anchor: 'end',
      }),
    ),
  ]
}

/** Around each matrix, in percent of the colour: its ground, which is seen where an entry is absent, and its rim. */
const FRAME = { ground: 20, rim: 40 }
const CROSS_WIDTH = 1.5

/** One path for each shade: size is shade, a bar is a minus, a cross is no number. */
function heatShapes(grid: HeatGrid, entries: Entries, at: Point, scale: number, colour: ThemeColour): DrawnShape[] {
  const { numbers, shades, present } = shadesOf(grid, entries)
  const place = ({ x, y, width, height }: HeatCell, inset = 0): readonly [number, number, number, number] =>
    [
      ...[at.x + scale * (x + inset), at.y + scale * (y + inset)],
      ...[scale * (width - 2 * inset), scale * (height - 2 * inset)],
    ] as unknown as readonly [number, number, number, number]
  const boxes = (chosen: readonly HeatCell[], inset: (cell: HeatCell) => number) => (pen: Pen) => {
    for (const cell of chosen) pen.rect(...place(cell, inset(cell)))
  }
  const cellsWhere = (is: (cell: number) => boolean) => grid.cells.filter((_, cell) => present[cell] && is(cell))
  const isMinus = (cell: number) => numbers[cell] < 0
  const level = (cell: number) => Math.ceil(shades[cell] * LEVELS)
  const crossed = asked.isOn ? [] : cellsWhere((cell) => Number.isNaN(numbers[cell]))
  const drawn = [
    path(
      boxes(grid.frames, () => -0.75),
      { fill: `${colour} ${FRAME.ground}`, line: `${colour} ${FRAME.rim}` },
    ),
    path(
      boxes(
        cellsWhere(() => true),
        gapIn,
      ),
      { fill: 'canvas' },
    ),
    ...Array.from({ length: LEVELS }, (_, l) =>
      path(
        boxes(
          cellsWhere((cell) => level(cell) === l + 1),
          gapIn,
        ),
        { fill: `${colour} ${((l + 1) / LEVELS) * 100}` },
      ),
    ),
    path(
      boxes(cellsWhere((cell) => isMinus(cell) && shades[cell] <= 0.5).map(barBox), () => 0),
      { fill: colour },
    ),
    path(
      boxes(cellsWhere((cell) => isMinus(cell) && shades[cell] > 0.5).map(barBox), () => 0),
      { fill: 'canvas' },
    ),
    path(
      (pen) => {
        for (const cell of crossed) drawCross(pen, place(crossOf(cell)))
      },
      { line: 'wrong', width: CROSS_WIDTH },
    ),
  ]
  return drawn.filter(({ segments }) => segments.length > 0)
}

function drawCross(pen: Pen, [x, y, width, height]: readonly [number, number, number, number]): void {
  pen.moveTo(x, y)
  pen.lineTo(x + width, y + height)
  pen.moveTo(x + width, y)
  pen.lineTo(x, y + height)
}
