import type { Point } from '../layout/layout.ts'
import type { Shape } from '../primitives/shape.ts'
import type { HeatGrid } from './heat/grid.ts'

/** What a node is drawn as. */
export type FigureKind = 'input' | 'data' | 'param' | 'constant' | 'primitive' | 'module'

/** What decides how a node is drawn. */
export interface Drawn {
  readonly kind: FigureKind
  readonly output: boolean
  readonly shape: Shape
  /** What stands in its middle; empty for constants, which show their number. */
  readonly symbol: string
  /** The name beside it, if it has one: the reader's, or else that of its place on the tape. In full, both. */
  readonly title: string
  readonly titleInFull: string
  /** Where it is written as a line, `z₁ = 0.79`: how many letters there are room for before the sign, the same in all lines. */
  readonly line?: number
}

/** Where a text stands, from the centre of its node: `y` is the middle of its line. */
export interface Slot extends Point {
  readonly anchor: 'start' | 'middle'
  /** Px that it may be wide, and the size that it is written at where it fits. */
  readonly room: number
  readonly size: number
}

/** Where the entries of an array stand, from the centre of its node: in numbers, or as a heat map with its scale below. */
export interface Cells extends Point {
  readonly grid: HeatGrid
  readonly scale: number
  readonly isHeat: boolean
  /** Size of the numbers, in px. */
  readonly size: number
}

/** Where a derivative stands: its text, or its sign and its cells. The box is as wide as the text in it. */
export interface ChipSlot extends Slot {
  readonly height: number
  /** Between the text and the ends of the box. */
  readonly padding: number
  readonly corner: number
  readonly cells: Cells | null
}

/** What a node consists of, in px from the centre of its figure. */
export interface Anatomy {
  /** From the centre to the border, and how round its corners are. */
  readonly half: Point
  readonly corner: number
  /** How far the ring of an output stands off the border; 0 where there is none. */
  readonly ring: number
  readonly symbol: Slot | null
  /** null where it is an array's. */
  readonly value: Slot | null
  readonly cells: Cells | null
  readonly name: Slot | null
  /** In the order of the style's marks. */
  readonly chips: readonly ChipSlot[]
  /** All of it: from the centre to the left, up, right and down. */
  readonly room: Extents
}

interface Extents {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** From the centre to where edges end. */
export const borderOf = ({ half, ring }: Anatomy): Point => ({ x: half.x + ring, y: half.y + ring })

/** A constant has no derivative, and seldom a name: nothing stands beside it. */
export const isBare = ({ kind, title }: Drawn) => kind === 'constant' && title === ''
export const isConstant = ({ kind }: Drawn) => kind === 'constant'

/** Width of a character of the number font, relative to its size; of the text font on average, rather more than less. */
const MONO = 0.6
const TEXT = 0.58

export const widthOf = (text: string, size: number) => text.length * size * MONO
export const textWidth = (text: string, size: number) => text.length * size * TEXT

/** How many characters of a number a slot has room for. */
export const charactersIn = ({ room, size }: Slot) => Math.floor(room / (size * MONO) + 1e-9)
