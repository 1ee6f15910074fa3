import { extentsOf, merged, walkOf } from '../nest.ts'
import type { Shape } from '../shape.ts'
import type { Plan, Wiring } from '../wiring.ts'

/** One loop of v[row] = Σ x[…]·y[…]: how far each of the three moves. */
export interface ProductLoop {
  readonly extent: number
  readonly row: number
  readonly x: number
  readonly y: number
}

/** The plan of a sum of products. Along the innermost loop the entries should stand side by side. */
export function contractionPlan(shape: Shape, loops: readonly ProductLoop[]): Plan {
  const nest = merged(loops.map(({ extent, row, x, y }) => ({ extent, strides: [row, x, y] })))
  const [row, x, y] = [0, 1, 2].map((walk) => walkOf(nest, walk))
  const common = { extents: extentsOf(nest), row, kept: 1 }
  const wirings: Wiring[] = [
    { ...common, column: x, partial: y, factor: 1 },
    { ...common, column: y, partial: x, factor: 0 },
  ]
  return { kind: 'contraction', shape, group: 1, wirings }
}
