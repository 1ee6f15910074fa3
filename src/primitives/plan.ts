import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { extentsOf, type Loop, merged, walkOf } from './nest.ts'
import type { Nary, Primitive } from './primitive.ts'
import { axesGiven, broadcast, differing, type Shape, shapeWords, sizeOf, stridesOf } from './shape.ts'
import type { Attributes, Mismatch, Plan, Wiring } from './wiring.ts'

/** The plan of any operation at operands of given shapes; or why they do not fit. */
export function planOf(operation: Operation, shapes: readonly Shape[], attributes: Attributes): Plan | Mismatch {
  if (isArrayPrimitive(operation)) return operation.plan(shapes, attributes)
  // What a call fixes may mean another record, which must have been taken by now: `variantOf`.
  const meant = reduces(operation) ? (operation.variant?.(attributes) ?? operation.name) : operation.name
  if (meant !== operation.name) return { mismatch: () => `${operation.name} with what is fixed here is ${meant}.` }
  return isReduction(operation, shapes.length) ? reduction(shapes[0], attributes) : elementwise(shapes, attributes)
}

/** Whether a primitive that reduces has one array to reduce; of several operands it is elementwise. */
export const isReduction = (primitive: Primitive, count: number): boolean => reduces(primitive) && count === 1

export const reduces = (operation: Operation): operation is Nary => 'reduces' in operation && operation.reduces === true

/** How many operands an operation computes from. */
export function countsOf(operation: Operation): { readonly least: number; readonly most: number } {
  const { arity } = operation
  if (typeof arity === 'number') return { least: arity, most: arity }
  return reduces(operation) ? { least: 1, most: arity.most } : arity
}

function elementwise(shapes: readonly Shape[], { axis, axes, keepdims }: Attributes): Plan | Mismatch {
  if (axis !== undefined || axes !== undefined || keepdims !== undefined)
    return { mismatch: () => `An axis is for one array, and here are ${shapes.length} operands.` }
  const shape = broadcast(shapes)
  if (!shape) return { mismatch: (operands) => unmatched(shapes, operands) }
  const columns = shapes.map((operand) => stretched(operand, shape))
  const rows = stridesOf(shape)
  const nest = merged(
    shape.map((extent, axis) => ({ extent, strides: [rows[axis], ...columns.map((strides) => strides[axis])] })),
  )
  const row = walkOf(nest, 0)
  const common = { extents: extentsOf(nest), row, partial: row, factor: null, kept: sizeOf(shape) }
  const wirings = shapes.map((_, slot): Wiring => ({ ...common, column: walkOf(nest, slot + 1) }))
  return { kind: 'elementwise', shape, group: 1, wirings }
}

/** By axis of the value: how far an operand's entries stand apart, which is 0 where one entry serves the whole axis. */
export function stretched(operand: Shape, shape: Shape): number[] {
  const strides = stridesOf(operand).map((stride, axis) => (operand[axis] === 1 ? 0 : stride))
  return [...new Array<number>(shape.length - operand.length).fill(0), ...strides]
}

/** Names the first two operands that do not fit, and the lengths that differ. */
function unmatched(shapes: readonly Shape[], operands: readonly string[]): string {
  for (const [j, b] of shapes.entries())
    for (const [i, a] of shapes.slice(0, j).entries()) {
      const lengths = differing(a, b)
      if (lengths)
        return `${operands[i]} is ${shapeWords(a)} and ${operands[j]} is ${shapeWords(b)}: shapes are matched from the last axis, and ${lengths[0]} is not ${lengths[1]}.`
    }
  return ''
}

function reduction(shape: Shape, attributes: Attributes): Plan | Mismatch {
  const { keepdims, ord } = attributes
  const given = axesGiven(attributes) ?? [...shape.keys()]
  const reduced = given.map((axis) => axisOf(axis, shape))
  const unknown = given.find((_, i) => Number.isNaN(reduced[i]))
  if (unknown !== undefined) return noAxis(unknown, shape)
  if (new Set(reduced).size < reduced.length)
    return { mismatch: () => 'Each axis is reduced once: name no axis twice.' }
  if (ord !== undefined && reduced.length > 1) return normOfMatrix(shape)
  const isReduced = (a: number): boolean => reduced.includes(a)
  const whole = shape.map((length, a) => (isReduced(a) ? 1 : length))
  const rows = stridesOf(whole)
  const columns = stridesOf(shape)
  const loopsWhere = (wanted: boolean): Loop[] =>
    shape.flatMap((extent, a) =>
      isReduced(a) === wanted ? [{ extent, strides: [wanted ? 0 : rows[a], columns[a]] }] : [],
    )
  const nest = merged([...loopsWhere(false), ...loopsWhere(true)])
  const extents = extentsOf(nest)
  const partial = { start: 0, strides: stridesOf(extents) }
  const kept = sizeOf(shape)
  return {
    kind: 'reduction',
    shape: keepdims ? whole : shape.filter((_, a) => !isReduced(a)),
    group: kept / sizeOf(whole),
    wirings: [{ extents, row: walkOf(nest, 0), column: walkOf(nest, 1), partial, factor: null, kept }],
  }
}

/** A norm of a given order is one of operators where the axis is open, which is not among the operations. */
const normOfMatrix = (shape: Shape): Mismatch => ({
  mismatch: ([x]) =>
    `${x} is ${shapeWords(shape)}, of which a norm with ord means one of matrices, which is not among the operations. With axis=0 it is taken of the columns; norm(${x}) without ord is the Frobenius norm.`,
})

/** The axis, counted from the end if negative; NaN where there is none. */
export function axisOf(axis: number, { length }: Shape): number {
  return axis >= -length && axis < length ? (axis + length) % length : Number.NaN
}

/** Says which axes an array has. */
export const noAxis = (axis: number, shape: Shape): Mismatch => ({
  mismatch: ([x]) => {
    if (shape.length === 0) return `${x} is a number, which has no axis ${axis}.`
    return `${x} is ${shapeWords(shape)}, which has no axis ${axis}: ${axesText(shape)}.`
  },
})

function axesText({ length }: Shape): string {
  if (length === 1) return 'its only axis is 0'
  return `its axes are 0 ${length === 2 ? 'and' : 'to'} ${length - 1}`
}
