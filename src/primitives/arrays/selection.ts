import { extentsOf, type Loop, merged, walkOf } from '../nest.ts'
import { type Shape, sizeOf } from '../shape.ts'
import type { Plan, Walk, Wiring } from '../wiring.ts'

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

/** Entries of one operand that are copied, by their places there and those in the value: all in order where left out. */
export interface CopiedPlaces {
  readonly rows?: readonly number[]
  readonly columns?: readonly number[]
}

/** The plan of an operation that copies entries in no even steps. */
export function copyingPlan(shape: Shape, pieces: readonly CopiedPlaces[], rest?: Pick<Plan, 'rest' | 'adds'>): Plan {
  const wirings = pieces.map(({ rows, columns }): Wiring => {
    const extents = [rows?.length ?? columns?.length ?? sizeOf(shape)]
    const partial = { start: 0, strides: [0] }
    return { extents, row: through(rows), column: through(columns), partial, factor: null, kept: 1 }
  })
  return { kind: 'selection', shape, group: 1, wirings, ...rest }
}

/** A walk through places one after the other; in even steps it needs no table. */
function through(places?: readonly number[]): Walk {
  if (!places) return { start: 0, strides: [1] }
  const step = places.length > 1 ? places[1] - places[0] : 0
  const isEven = places.every((place, i) => place === places[0] + i * step)
  return isEven ? { start: places[0], strides: [step] } : { start: 0, strides: [1], table: places }
}
