import type { Point } from '../layout/layout.ts'
import type { Size } from '../picture/camera.ts'
import type { DrawnShape, Segment } from '../picture/drawing/drawing.ts'

/** So many times as large, and then moved. */
export interface Placing {
  readonly scale: number
  readonly by: Point
  /** Places are rounded to so many parts of the unit. */
  readonly parts: number
}

/** The same shapes elsewhere and in another size. */
export function placed<Drawn extends DrawnShape>(shape: Drawn, placing: Placing): Drawn
export function placed(shape: DrawnShape, placing: Placing): DrawnShape {
  const { scale, by, parts } = placing
  const sized = (length: number) => rounded(length * scale, parts)
  const at = ({ x, y }: Point) => ({ x: rounded(x * scale + by.x, parts), y: rounded(y * scale + by.y, parts) })
  if (shape.kind === 'group') return { ...shape, shapes: shape.shapes.map((part) => placed(part, placing)) }
  if (shape.kind === 'text') return { ...shape, ...at(shape), size: sized(shape.size) }
  return {
    ...shape,
    segments: shape.segments.map((segment) => placedSegment(segment, placing)),
    width: sized(shape.width),
    ...(shape.dashes && { dashes: shape.dashes.map(sized) }),
  }
}

const placedSegment = ([name, ...numbers]: Segment, { scale, by, parts }: Placing): Segment =>
  [name, ...numbers.map((at, i) => rounded(at * scale + (i % 2 === 0 ? by.x : by.y), parts))] as unknown as Segment

const rounded = (x: number, parts: number): number => Math.round(x * parts) / parts

export interface Rectangle extends Size, Point {}

/** As large as it can be in a box, and in its middle. */
export function fitted(size: Size, box: Rectangle, parts: number): Placing {
  const scale = Math.min(box.width / size.width, box.height / size.height)
  return {
    ...{ scale, parts },
    by: {
      x: box.x + (box.width - scale * size.width) / 2,
      y: box.y + (box.height - scale * size.height) / 2,
    },
  }
}
