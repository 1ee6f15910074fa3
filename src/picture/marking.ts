import { shorten } from '../language/words.ts'
import type { Density } from './style.ts'

/** In px: how far the rings that mark a node stand off its border, the first, and each one after it. */
export const MARKS_OFF: Readonly<Record<Density, readonly [number, number]>> = {
  full: [5, 5],
  compact: [1.5, 3.5],
  line: [1.5, 3.5],
}
/** How far the second sheet of a module stands out. */
export const SHEET_UNDER: Readonly<Record<Density, number>> = { full: 5, compact: 3, line: 3 }
/** How far the two modes' lines stand apart where both run along one edge. */
export const MODES_APART = 5
/** Between the border of a chip and the second line of an adjoint's. */
export const CHIP_LINE = 3
/** Between the start of an array's chip and the middle of its sign, relative to the size of letters. */
export const CHIP_SIGN = 0.6
/** From the corner of an opened group, across and down, to the middle of the line of its title. */
export const HULL_HEAD = 18

const LONGEST_TITLE = 24
export const hullTitle = (name: string): string => shorten(name, LONGEST_TITLE)
