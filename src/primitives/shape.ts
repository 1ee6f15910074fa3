/** The length of each axis; a scalar has none. */
export type Shape = readonly number[]

/** How many entries an array of the shape has. */
export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1)

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((length, i) => length === b[i])

/** By axis: how far its neighbours stand apart where entries stand in row-major order. */
export function stridesOf(shape: Shape): number[] {
  const strides = shape.map(() => 1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1]
  return strides
}

/** The shape of elementwise operations by NumPy's rules: axes are matched from the last, and a length of 1 stretches; null if they do not fit. */
export function broadcast(shapes: readonly Shape[]): Shape | null {
  const rank = Math.max(0, ...shapes.map(({ length }) => length))
  const joined: number[] = new Array(rank).fill(1)
  for (const shape of shapes)
    for (const [i, length] of shape.entries()) {
      const axis = rank - shape.length + i
      if (joined[axis] === 1) joined[axis] = length
      else if (length !== 1 && length !== joined[axis]) return null
    }
  return joined
}

/** The lengths, nearest to the last axis, that keep two shapes from being broadcast together; null where they fit. */
export function differing(a: Shape, b: Shape): readonly [number, number] | null {
  for (let back = 1; back <= Math.min(a.length, b.length); back++) {
    const [m, n] = [a[a.length - back], b[b.length - back]]
    if (m !== n && m !== 1 && n !== 1) return [m, n]
  }
  return null
}

/** The axes that a reduction names; null where it takes all. */
export const axesGiven = ({ axis, axes }: Along): readonly number[] | null =>
  axes ?? (axis === undefined ? null : [axis])

interface Along {
  readonly axis?: number
  readonly axes?: readonly number[]
}

/** How many entries a reduction takes together: those along its axes, or all. */
export const groupOf = (shape: Shape, along: Along): number =>
  sizeOf(axesGiven(along)?.map((axis) => shape.at(axis) ?? 1) ?? shape)

/** `2×3`; a vector's shape is its length; a scalar's is empty. */
export const shapeText = (shape: Shape): string => shape.join('×')

/** How a message says it: “2×3”, “a vector of 3”, “a number”. */
export function shapeWords(shape: Shape): string {
  if (shape.length === 0) return 'a number'
  return shape.length === 1 ? `a vector of ${shape[0]}` : shapeText(shape)
}

/** Axes that an array may have. */
export const MAX_RANK = 8
