import fc, { type Arbitrary } from 'fast-check'
import { type ArrayPrimitive, isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { placesOf } from './naive.ts'
import { countsOf, isReduction } from './plan.ts'
import { type Shape, sizeOf } from './shape.ts'
import type { Tensor } from './value.ts'
import type { Attributes, AxisIndex } from './wiring.ts'

/** An operation at random operands that fit, for tests. */
export interface Application {
  readonly operands: readonly Tensor[]
  readonly attributes: Attributes
}

interface Situation {
  readonly shapes: readonly Shape[]
  readonly attributes: Attributes
}

const length = fc.integer({ min: 1, max: 3 })
const shapeOf = (least: number, most = 3): Arbitrary<Shape> => fc.array(length, { minLength: least, maxLength: most })

/** Eighths, whose sums and products are exact. */
const number = fc.integer({ min: -16, max: 16 }).map((eighths) => eighths / 8)

export const tensorIn = (shape: Shape): Arbitrary<Tensor> =>
  fc
    .array(number, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((entries) => ({ shape, entries: Float64Array.from(entries) }))

/** A shape that is broadcast to the given one: without some of its first axes, and 1 along others. */
const stretchable = (shape: Shape): Arbitrary<Shape> =>
  fc
    .tuple(fc.nat({ max: shape.length }), fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }))
    .map(([without, ones]) => shape.map((n, axis) => (ones[axis] ? 1 : n)).slice(without))

const axisIn = (rank: number): Arbitrary<number> => fc.integer({ min: -rank, max: rank - 1 })

const broadcasting = (count: number): Arbitrary<Situation> =>
  shapeOf(0)
    .chain((shape) => fc.tuple(...Array.from({ length: count }, () => stretchable(shape))))
    .map((shapes) => ({ shapes, attributes: {} }))

const reducing: Arbitrary<Situation> = shapeOf(0).chain((shape) =>
  fc
    .record({
      axis: shape.length > 0 ? fc.option(axisIn(shape.length), { nil: undefined }) : fc.constant(undefined),
      keepdims: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map((attributes) => ({ shapes: [shape], attributes })),
)

const matrices: Arbitrary<Situation> = fc
  .record({ stack: shapeOf(0, 2), m: length, k: length, n: length, isRow: fc.boolean(), isColumn: fc.boolean() })
  .chain(({ stack, m, k, n, isRow, isColumn }) =>
    fc.tuple(stretchable(stack), stretchable(stack)).map(([left, right]) => ({
      shapes: [isRow ? [k] : [...left, m, k], isColumn ? [k] : [...right, k, n]],
      attributes: {},
    })),
  )

const windows: Arbitrary<Situation> = fc
  .record({
    kernel: shapeOf(1),
    room: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })),
    stride: fc.option(length, { nil: undefined }),
  })
  .map(({ kernel, room, stride }) => ({
    shapes: [kernel.map((n, axis) => n + room[axis]), kernel],
    attributes: { stride },
  }))

const permuted: Arbitrary<Situation> = shapeOf(1).chain((shape) =>
  fc
    .option(
      fc
        .tuple(
          fc.shuffledSubarray([...shape.keys()], { minLength: shape.length }),
          fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }),
        )
        .map(([axes, backwards]) => axes.map((axis, i) => (backwards[i] ? axis - shape.length : axis))),
      { nil: undefined },
    )
    .map((axes) => ({ shapes: [shape], attributes: { axes } })),
)

const reshaping: Arbitrary<Situation> = shapeOf(1).chain((to) =>
  fc
    .tuple(fc.shuffledSubarray([...to], { minLength: to.length }), fc.option(fc.nat({ max: 2 }), { nil: -1 }))
    .map(([from, open]) => ({ shapes: [from], attributes: { shape: to.map((n, axis) => (axis === open ? -1 : n)) } })),
)

const stretching: Arbitrary<Situation> = shapeOf(0).chain((shape) =>
  stretchable(shape).map((from) => ({ shapes: [from], attributes: { shape } })),
)

const joining: Arbitrary<Situation> = shapeOf(1).chain((shape) =>
  fc.tuple(axisIn(shape.length), fc.array(length, { minLength: 1, maxLength: 3 })).map(([axis, lengths]) => ({
    shapes: lengths.map((n) => shape.map((own, a) => (a === (axis + shape.length) % shape.length ? n : own))),
    attributes: { axis },
  })),
)

const stacking: Arbitrary<Situation> = shapeOf(0).chain((shape) =>
  fc
    .tuple(axisIn(shape.length + 1), length)
    .map(([axis, count]) => ({ shapes: new Array<Shape>(count).fill(shape), attributes: { axis } })),
)

const end = fc.option(fc.integer({ min: -5, max: 5 }))
const axisIndex = (n: number): Arbitrary<AxisIndex> =>
  fc.oneof(
    fc.record({ at: axisIn(n) }),
    fc
      .record({ start: end, stop: end, step: fc.option(fc.constantFrom(-2, -1, 1, 2)) })
      .filter((slice) => placesOf(slice, n).length > 0),
  )

const subscripting: Arbitrary<Situation> = shapeOf(1).chain((shape) =>
  fc
    .tuple(...shape.map(axisIndex))
    .chain((index) => fc.nat({ max: shape.length }).map((count) => index.slice(0, count)))
    .map((index) => ({ shapes: [shape], attributes: { index } })),
)

const grouped: Arbitrary<Situation> = shapeOf(1).chain((shape) =>
  fc.option(axisIn(shape.length), { nil: undefined }).map((axis) => ({ shapes: [shape], attributes: { axis } })),
)

const plain = (least: number): Arbitrary<Situation> =>
  shapeOf(least).map((shape) => ({ shapes: [shape], attributes: {} }))

const situations: Readonly<Record<ArrayPrimitive['name'], Arbitrary<Situation>>> = {
  matmul: matrices,
  dot: length.map((n) => ({ shapes: [[n], [n]], attributes: {} })),
  outer: fc.tuple(length, length).map(([m, n]) => ({ shapes: [[m], [n]], attributes: {} })),
  conv: windows,
  transpose: permuted,
  reshape: reshaping,
  flatten: plain(0),
  broadcast_to: stretching,
  concat: joining,
  stack: stacking,
  index: subscripting,
  softmax: grouped,
  logsoftmax: grouped,
}

/** The numbers of operands at which an operation is worth a test. */
export function countsIn(operation: Operation): number[] {
  const { least, most } = countsOf(operation)
  return [least, least + 1].filter((count) => count <= most && count <= 3)
}

function situationOf(operation: Operation, count: number): Arbitrary<Situation> {
  if (isArrayPrimitive(operation)) return situations[operation.name]
  return isReduction(operation, count) ? reducing : broadcasting(count)
}

/** The operation at operands of random shapes that fit, with whatever its call can fix. */
export const applicationsOf = (operation: Operation, count: number): Arbitrary<Application> =>
  situationOf(operation, count).chain(({ shapes, attributes }) =>
    fc.tuple(...shapes.map(tensorIn)).map((operands) => ({ operands, attributes })),
  )
