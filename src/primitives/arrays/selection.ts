import { extentsOf, type Loop, merged, walkOf } from '../nest.ts'
import type { Shape } from '../shape.ts'
import type { Plan, Wiring } from '../wiring.ts'

/** Entries of one operand that are copied: loops that move in the value and in the operand, and where both start. */
export interface CopiedPiece {
  readonly loops: readonly Loop[]
  readonly row?: number
  readonly column?: number
}

/** The plan of an operation that copies entries: the one partial of each edge is 1. */
export function selectionPlan(shape: Shape, pieces: readonly CopiedPiece[]): Plan {
  const wirings = pieces.map(({ loops, row, column }): Wiring => {
    const nest = merged(loops)
    const partial = { start: 0, strides: nest.map(() => 0) }
    return {
      ...{ extents: extentsOf(nest), row: walkOf(nest, 0, row), column: walkOf(nest, 1, column) },
      ...{ partial, factor: null, kept: 1 },
    }
  })
  return { kind: 'selection', shape, group: 1, wirings }
}
