import { entryIndices } from '../../../graph/nodes.ts'
import { type Shape, sizeOf } from '../../../primitives/shape.ts'

/** A matrix within an array: its last two axes, at one place along those before them. A vector is one row, or upright one column. */
export interface ArraySlice {
  /** `[0, :, :]`; empty where the array has no more than two axes. */
  readonly place: string
  readonly rows: number
  readonly columns: number
  /** The entry that comes first; the others follow row by row. */
  readonly first: number
}

/** The matrices that an array is shown as. */
export function slicesOf(shape: Shape, upright = false): ArraySlice[] {
  const [rows, columns] = shape.length < 2 ? lying(shape[0] ?? 1, upright) : shape.slice(-2)
  const outer = shape.slice(0, -2)
  return Array.from({ length: sizeOf(outer) }, (_, slice) => ({
    place: outer.length > 0 ? `[${[...entryIndices(outer, slice), ':', ':'].join(', ')}]` : '',
    ...{ rows, columns, first: slice * rows * columns },
  }))
}

const lying = (length: number, upright: boolean): [number, number] => (upright ? [length, 1] : [1, length])
