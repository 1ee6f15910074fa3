import type { Direction } from '../layout/layout.ts'
import type { Mark } from './marks.ts'

/**
 * How much room a node takes. `full`: symbol and value in a large figure, derivatives in chips around it. `compact`: the
 * symbol in a small figure, all numbers in lines beside it. `line`: a definition of the program with all that computes it
 * as one line in a box.
 */
export const DENSITIES = ['full', 'compact', 'line'] as const
export type Density = (typeof DENSITIES)[number]

/** How the nodes of a scene are drawn. */
export interface Style {
  readonly density: Density
  readonly direction: Direction
  /** The derivatives that have a place at each node. */
  readonly marks: readonly Mark[]
  /** Where compact nodes flow up: in how many columns their derivatives stand, if not in two. */
  readonly columns?: 1 | 2
}

/** Size in px at 100 % of the numbers of a node; nothing that is written at it is smaller. */
export const TEXT_SIZE: Readonly<Record<Density, number>> = { full: 14, compact: 12, line: 12 }

/** Px that nothing on the graph may be smaller than on the screen, where text has its usual size. */
export const LEAST_TEXT = 12
