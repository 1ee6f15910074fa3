import { type Shape, sizeOf } from '../../primitives/shape.ts'
import { type Attributes, NO_ATTRIBUTES } from '../../primitives/wiring.ts'
import type { NodeIndex } from '../graph.ts'
import { concatOp, flattenOp, reshapeOp, stackOp, subscriptOp } from '../operations.ts'

/** Writes an operation on a tape. */
export type Apply = (op: number, operands: readonly NodeIndex[], attributes: Attributes) => NodeIndex

/** The results of a block as one vector, one after the other: a closed module has one output. */
export function packed(results: readonly NodeIndex[], shapes: readonly Shape[], apply: Apply): NodeIndex {
  if (shapes.every(({ length }) => length === 0)) return apply(stackOp, results, NO_ATTRIBUTES)
  const flat = results.map((node, i) => (shapes[i].length === 1 ? node : apply(flattenOp, [node], NO_ATTRIBUTES)))
  return apply(concatOp, flat, NO_ATTRIBUTES)
}

/** Each result, taken out of the vector again. */
export function unpacked(vector: NodeIndex, shapes: readonly Shape[], apply: Apply): NodeIndex[] {
  let start = 0
  return shapes.map((shape) => {
    const at = start
    start += sizeOf(shape)
    if (shape.length === 0) return apply(subscriptOp, [vector], { index: [{ at }] })
    const part = apply(subscriptOp, [vector], { index: [{ start: at, stop: start, step: null }] })
    return shape.length === 1 ? part : apply(reshapeOp, [part], { shape })
  })
}
