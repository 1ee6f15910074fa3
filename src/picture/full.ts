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
import type { Extent } from './heat/grid.ts'
import type { Style } from './style.ts'
import { arrayCells, isWritten, pictureExtent, scaleHeight } from './written.ts'

/** Sizes in px at 100 %. From the centre of a node to its border: */
const PRIMITIVE = { x: 42, y: 42 }
const INPUT = { x: 36, y: 34 }
const HALVES = {
  ...{ input: INPUT, data: INPUT, param: INPUT },
  ...{ constant: { x: 29, y: 17 }, primitive: PRIMITIVE, module: { x: 50, y: 34 } },
}
const CORNERS: Readonly<Record<FigureKind, number>> = {
  input: 14,
  data: 4,
  param: 26,
  constant: 17,
  primitive: 38,
  module: 10,
}
/** Heat maps are this large at most; those of round nodes, and of others. */
const ROUND_ROOM = { width: 62, height: 46 }
const ROOM = { width: 80, height: 62 }
/** A picture stands so far below the middle, to leave room for the symbol. */
const BELOW = { round: 9, other: 10, constant: 0 }
/** Between a heat map and the border, and above it for the symbol. */
const AROUND = 8
const LEAST_RADIUS = 44
const RING = 6
const TEXT = 14
const CHIP = { height: 25, room: 106, gap: 9, padding: 9 }
/** Corners of what has numbers in them. */
const WRITTEN_CORNER = 24
/** A chip's heat map is so much smaller than the node's; beside it stands its sign. */
const CELLS = { scale: 0.85, sign: 20, padding: 7, corner: 9 }
/** Where the flow goes up, chips and name stand beside the shoulder of a node, clear of the ring that marks it. */
const SHOULDER = { x: 5, y: 20 }
/** The same of names of arrays, which are higher, and whose chip takes the whole shoulder. */
const ARRAY_NAME = 36
/** Names have no ground of their own, and no round end. */
const CLEAR = 4
/** Between the chips of a stack. */
const STACKED = 3
/** Room above and below nodes where the flow goes up, so that the partials on short edges can be read. */
const AIR = 14
/** The same beside arrays where it goes right: what their local Jacobians are made of takes words. */
const ARRAY_AIR = 30

const isRound = ({ kind, shape }: Drawn) => kind === 'primitive' && !isWritten(shape)

/** Symbol and value in a large figure, each derivative in a chip above, below or beside it. */
export function fullAnatomy(figure: Drawn, style: Style): Anatomy {
  const cells = cellsIn(figure)
  const half = halfOf(figure, cells)
  const ring = figure.output ? RING : 0
  const core = {
    ...{ half, ring, corner: cornerOf(figure, half), cells },
    symbol: isConstant(figure) ? null : symbolIn(figure, half.x, cells),
    value: cells ? null : valueIn(figure, half.x),
  }
  const border = { x: half.x + ring, y: half.y + ring }
  if (isBare(figure))
    return {
      ...core,
      name: null,
      chips: [],
      room: { left: border.x, right: border.x, top: border.y, bottom: border.y },
    }
  return { ...core, ...(style.direction === 'up' ? beside(figure, style, border) : around(figure, style, border)) }
}

const cornerOf = ({ kind, shape }: Drawn, { x, y }: Border): number =>
  Math.min(CORNERS[kind], x, y, isWritten(shape) ? WRITTEN_CORNER : x)

type Sides = Pick<Anatomy, 'name' | 'chips' | 'room'>
type Border = Anatomy['half']

/** Where the flow goes up: one column at the right. */
function beside(figure: Drawn, { marks }: Style, border: Border): Sides {
  const chip = chipExtent(figure)
  const isSmall = isRound(figure) && figure.shape.length === 0
  const x = border.x + SHOULDER.x + (isSmall ? 0 : 3)
  const stacked = marks.length > 1
  const column = stacked ? CHIP.height + marks.length * (chip.height + STACKED) : 0
  const single = marks[0] === 'forward' ? -1 : 1
  const chipY = figure.shape.length === 0 ? SHOULDER.y : border.y - chip.height / 2
  const nameY = figure.shape.length === 0 ? SHOULDER.y : Math.max(ARRAY_NAME, chip.height - border.y + CHIP.height / 2)
  const height = Math.max(2 * border.y, column) + AIR
  return {
    name: nameSlot(figure, {
      x: x + CLEAR,
      y: stacked ? (CHIP.height - column) / 2 : -single * nameY,
      anchor: 'start',
    }),
    chips: marks.map((_, place) =>
      chipSlot(figure, {
        x,
        y: stacked
          ? CHIP.height - column / 2 + STACKED + place * (chip.height + STACKED) + chip.height / 2
          : single * chipY,
        anchor: 'start',
      }),
    ),
    room: {
      ...{
        left: border.x,
        right: border.x + SHOULDER.x + (isSmall ? 0 : 3) + Math.max(nameRoom(figure) + CLEAR, chip.width),
      },
      ...{ top: height / 2, bottom: height / 2 },
    },
  }
}

/** Where the flow goes right: tangents on top, adjoints below, the name where there is room. */
function around(figure: Drawn, { marks }: Style, border: Border): Sides {
  const chip = chipExtent(figure)
  const air = figure.shape.length > 0 ? ARRAY_AIR : 0
  const width = Math.max(2 * border.x + air, nameRoom(figure), chip.width)
  const first = border.y + CHIP.gap
  const at = (y: number) => chipSlot(figure, { x: 0, y, anchor: 'middle' })
  const name = (y: number) => nameSlot(figure, { x: 0, y, anchor: 'middle' })
  const sides = { left: width / 2, right: width / 2 }
  if (marks.length === 1) {
    const sign = marks[0] === 'forward' ? -1 : 1
    const room = first + Math.max(chip.height, CHIP.height)
    return {
      name: name(-sign * (first + CHIP.height / 2)),
      chips: [at(sign * (first + chip.height / 2))],
      room: { ...sides, top: room, bottom: room },
    }
  }
  const above = marks.length === 2 ? 1 : 0
  const chips = marks.map((_, place) =>
    at(
      place < above ? -(first + chip.height / 2) : first + (place - above) * (chip.height + STACKED) + chip.height / 2,
    ),
  )
  const top = first + above * (chip.height + STACKED)
  return {
    ...{ chips, name: name(-(top + CHIP.height / 2)) },
    room: { ...sides, top: top + CHIP.height, bottom: first + (marks.length - above) * (chip.height + STACKED) },
  }
}

const nameRoom = (figure: Drawn) => Math.max(CHIP.room, textWidth(figure.titleInFull, TEXT))

const nameSlot = (figure: Drawn, place: Pick<Slot, 'x' | 'y' | 'anchor'>): Slot => ({
  ...{ ...place, room: nameRoom(figure), size: TEXT },
})

function chipSlot(figure: Drawn, place: Pick<Slot, 'x' | 'y' | 'anchor'>): ChipSlot {
  const cells = cellsIn(figure)
  const { width, height } = chipExtent(figure)
  if (!cells)
    return {
      ...place,
      room: CHIP.room - 2 * CHIP.padding,
      size: TEXT,
      height,
      padding: CHIP.padding,
      corner: height / 2,
      cells,
    }
  const left = place.anchor === 'start' ? place.x : place.x - width / 2
  const scale = inChips(cells)
  return {
    ...{ ...place, room: width, size: TEXT, height, padding: CELLS.padding, corner: CELLS.corner },
    cells: {
      ...{ ...cells, scale, y: place.y - scaleHeight(cells) / 2 },
      x: left + CELLS.padding + CELLS.sign + pictureExtent(cells, scale).width / 2,
    },
  }
}

/** An array's has the grid of its value. */
function chipExtent(figure: Drawn): Extent {
  const cells = cellsIn(figure)
  if (!cells) return { width: CHIP.room, height: CHIP.height }
  const { width, height } = pictureExtent(cells, inChips(cells))
  return { width: width + CELLS.sign + 2 * CELLS.padding, height: height + 2 * CELLS.padding }
}

const inChips = ({ isHeat }: Cells): number => (isHeat ? CELLS.scale : 1)

function cellsIn(figure: Drawn): Cells | null {
  if (figure.shape.length === 0) return null
  const below = BELOW[isRound(figure) ? 'round' : isConstant(figure) ? 'constant' : 'other']
  const cells = arrayCells(figure.shape, TEXT, isRound(figure) ? ROUND_ROOM : ROOM)
  return { ...cells, scale: 1, x: 0, y: below - scaleHeight(cells) / 2 }
}

/** Around a symbol that is too long for the least figure. */
const AROUND_SYMBOL = 9

function halfOf(figure: Drawn, cells: Cells | null): Border {
  const { y: low, x: narrow } = HALVES[figure.kind]
  const least = { x: Math.max(narrow, widthOf(figure.symbol, TEXT) / 2 + AROUND_SYMBOL), y: low }
  if (!cells) return least
  const { width, height } = pictureExtent(cells, 1)
  const [x, y] = [width / 2, cells.y + (height + scaleHeight(cells)) / 2]
  if (isConstant(figure)) return { x: x + AROUND, y: y + AROUND }
  if (!isRound(figure)) return { x: Math.max(least.x, x + AROUND), y: Math.max(least.y, y + AROUND) }
  const radius = Math.max(LEAST_RADIUS, Math.hypot(x, y) + AROUND / 2)
  return { x: Math.max(radius, least.x), y: radius }
}

/** Above a heat map a round node is narrower, by so many px. */
const SLOPE = 36

function symbolIn(figure: Drawn, half: number, cells: Cells | null): Slot {
  const isLeaf = figure.kind === 'input' || figure.kind === 'data' || figure.kind === 'param'
  const size = figure.symbol.length === 1 && !(cells && isLeaf) ? 22 : 18
  const y = cells ? cells.y - cells.grid.height / 2 - 13 : -11
  return { x: 0, y, anchor: 'middle', room: 2 * half - (cells ? SLOPE : 14), size }
}

const valueIn = (figure: Drawn, half: number): Slot => ({
  ...{ x: 0, y: isConstant(figure) ? 0 : 13, anchor: 'middle', size: TEXT },
  room: 2 * half - (isRound(figure) ? 15 : 10),
})
