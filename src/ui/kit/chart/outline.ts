import { type ContourMultiPolygon, contours, path } from 'd3'

/** From a column or a row of a grid, which may lie between two, to the screen. */
type Place = (index: number) => number

/** Areas of a grid where the numbers are at least each threshold. */
export const areas = (columns: number, rows: number, numbers: Float64Array, thresholds: readonly number[]) =>
  contours()
    .size([columns, rows])
    .thresholds([...thresholds])(numbers as unknown as number[])

/** The filled area. */
export const filled = (area: ContourMultiPolygon, columns: number, rows: number, x: Place, y: Place): string =>
  drawn(area, columns, rows, x, y, () => true)

/** The line around the area, without what runs along the border of the grid. */
export const outlined = (area: ContourMultiPolygon, columns: number, rows: number, x: Place, y: Place): string =>
  drawn(area, columns, rows, x, y, ([ax, ay], [bx, by]) => {
    const runsAlong = (a: number, b: number, end: number) => a === b && (a <= 0 || a >= end)
    return !runsAlong(ax, bx, columns - 1) && !runsAlong(ay, by, rows - 1)
  })

function drawn(
  { coordinates }: ContourMultiPolygon,
  columns: number,
  rows: number,
  x: Place,
  y: Place,
  isDrawn: (from: number[], to: number[]) => boolean,
): string {
  // d3 takes numbers for cells, whose centres lie half a cell in.
  const inside = (index: number, end: number) => Math.min(end, Math.max(0, index - 0.5))
  const line = path()
  for (const ring of coordinates.flat()) {
    const points = ring.map(([column, row]) => [inside(column, columns - 1), inside(row, rows - 1)])
    points.forEach((point, i) => {
      if (i > 0 && isDrawn(points[i - 1], point)) line.lineTo(x(point[0]), y(point[1]))
      else line.moveTo(x(point[0]), y(point[1]))
    })
  }
  return String(line)
}
