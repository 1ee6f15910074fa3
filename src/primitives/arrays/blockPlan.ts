import { extentsOf, type Loop, merged, walkOf } from '../nest.ts'
import { type Shape, sizeOf, stridesOf } from '../shape.ts'
import type { Plan, VectorBlocks, Wiring } from '../wiring.ts'

/** Steps along one axis of a block. */
interface Along {
  readonly extent: number
  readonly stride: number
}

/** How the blocks of a vector function lie in its value and in its operands. */
interface Blocked {
  readonly shape: Shape
  /** What its cost is counted by. */
  readonly group: number
  /** From block to block: strides in the value, then in each operand. */
  readonly outer: readonly Loop[]
  readonly value: readonly Along[]
  readonly operands: readonly (readonly Along[])[]
  /** The pairs (row, column) within a block that count; all if left out. Then there is one operand. */
  readonly pairs?: readonly (readonly [number, number])[]
}

/** The plan of a vector function: within each block a loop over rows, and in it one over columns. */
export function blockPlan({ shape, group, outer, value, operands, pairs }: Blocked): Plan {
  const startsIn = (walk: number): number[] =>
    placesAlong(outer.map(({ extent, strides }) => ({ extent, stride: strides[walk] })))
  const blocks: VectorBlocks = {
    value: { starts: startsIn(0), places: placesAlong(value) },
    operands: operands.map((along, slot) => ({ starts: startsIn(slot + 1), places: placesAlong(along) })),
    ...(pairs && { pairs }),
  }
  const wirings = operands.map((along, slot) => {
    if (pairs) return wiringOfPairs(blocks, pairs)
    const nest = merged([
      ...outer.map(({ extent, strides }) => ({ extent, strides: [strides[0], strides[slot + 1]] })),
      ...value.map(({ extent, stride }) => ({ extent, strides: [stride, 0] })),
      ...along.map(({ extent, stride }) => ({ extent, strides: [0, stride] })),
    ])
    return wiringOf(extentsOf(nest), { row: walkOf(nest, 0), column: walkOf(nest, 1) })
  })
  return { kind: 'blockwise', shape, group, wirings, blocks }
}

/** Blocks that run along one axis, in the value as in the one operand. */
export function alongAxis(shape: Shape, along: number): Blocked {
  const strides = stridesOf(shape)
  const own = [{ extent: shape[along], stride: strides[along] }]
  const outer = shape.flatMap((extent, a) => (a === along ? [] : [{ extent, strides: [strides[a], strides[a]] }]))
  return { shape, group: shape[along], outer, value: own, operands: [own] }
}

/** Partials stand in the order of the loops. */
const wiringOf = (extents: readonly number[], walks: Pick<Wiring, 'row' | 'column'>): Wiring => ({
  ...{ extents, ...walks, partial: { start: 0, strides: stridesOf(extents) } },
  ...{ factor: null, kept: sizeOf(extents) },
})

function wiringOfPairs(
  { value, operands: [operand] }: VectorBlocks,
  pairs: NonNullable<VectorBlocks['pairs']>,
): Wiring {
  const through = (table: readonly number[]) => ({ start: 0, strides: [1], table })
  const rows = value.starts.flatMap((start) => pairs.map(([row]) => start + value.places[row]))
  const columns = operand.starts.flatMap((start) => pairs.map(([, column]) => start + operand.places[column]))
  return wiringOf([rows.length], { row: through(rows), column: through(columns) })
}

const placesAlong = (axes: readonly Along[]): number[] =>
  axes.reduce<number[]>(
    (places, { extent, stride }) =>
      places.flatMap((place) => Array.from({ length: extent }, (_, i) => place + i * stride)),
    [0],
  )
