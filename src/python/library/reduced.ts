import { axisOf } from '../../primitives/plan.ts'
import { sizeOf } from '../../primitives/shape.ts'
import type { Dtype, PyNumber } from '../values/numbered.ts'
import type { LibraryCall } from './call.ts'

/** The axes that a parameter names, counted from 0; null where it is None: all of them. Refused where the array has no such axis. */
export function axesOf(call: LibraryCall, x: PyNumber, name = 'axis'): readonly number[] | null {
  if (!call.has(name)) return null
  const axes = call.wholes(name).map((axis) => axisNamed(call, x, axis))
  if (new Set(axes).size < axes.length) call.refuse(`${call.callee} is given an axis twice.`)
  return axes
}

/** One axis, counted from 0. */
export function axisNamed(call: LibraryCall, x: PyNumber, axis: number): number {
  const { shape } = x.value
  const found = axisOf(axis, shape)
  if (Number.isNaN(found))
    call.refuse(
      shape.length === 0
        ? `${call.callee} is given the axis ${axis}, and a number has none.`
        : `${call.callee} is given the axis ${axis}, and the array has ${axesText(shape.length)}.`,
    )
  return found
}

const axesText = (rank: number): string => (rank === 1 ? 'the axis 0 only' : `the axes 0 to ${rank - 1}`)

/** The array with these axes last, as one. */
function gathered(call: LibraryCall, x: PyNumber, axes: readonly number[]): PyNumber {
  const { shape } = x.value
  const others = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis))
  const turned = call.apply('transpose', [x], { attributes: { axes: [...others, ...axes] } })
  const kept = others.map((axis) => shape[axis])
  return call.apply('reshape', [turned], { attributes: { shape: [...kept, sizeOf(axes.map((a) => shape[a]))] } })
}

/** A reduction of the language along all axes, one, or several. */
export function reduced(
  call: LibraryCall,
  operation: string,
  x: PyNumber,
  axes: readonly number[] | null,
  keepdims: boolean,
  giving: { readonly dtype?: Dtype; readonly attributes?: object } = {},
): PyNumber {
  const { shape } = x.value
  const { dtype } = giving
  const by = (operand: PyNumber, own: object): PyNumber =>
    call.apply(operation, [operand], { dtype, attributes: { ...giving.attributes, ...own } })
  const isAll = axes === null || axes.length === shape.length
  if (isAll) return by(x, keepdims && shape.length > 0 ? { keepdims } : {})
  if (axes.length === 1) return by(x, keepdims ? { axis: axes[0], keepdims } : { axis: axes[0] })
  const result = by(gathered(call, x, axes), { axis: -1 })
  if (!keepdims) return result
  const ones = shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
  return call.apply('reshape', [result], { dtype, attributes: { shape: ones } })
}
