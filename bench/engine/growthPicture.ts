import type { GrowthPoint } from './growth.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [700, 420, 62, 52, 24, 24]
const [LEAST, MOST] = [1, 10_000]
const COLOURS = ['#0b6e4f', '#2457a6', '#a63d24']

const x = (operations: number): number => LEFT + ((Math.log10(operations) - 0.8) / 5.3) * (WIDTH - LEFT - RIGHT)
const y = (ns: number): number =>
  TOP + ((Math.log10(MOST) - Math.log10(ns)) / (Math.log10(MOST) - Math.log10(LEAST))) * (HEIGHT - TOP - BOTTOM)

const text = (at: number, up: number, words: string, more = ''): string =>
  `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" ${more}>${words}</text>`

/** Nanoseconds an operation over operations, both logarithmic, as SVG. */
export function growthPicture(points: readonly GrowthPoint[]): string {
  const kinds = [...new Set(points.map(({ kind }) => kind))]
  const lines = kinds.flatMap((kind, i) =>
    (['compiled', 'tape'] as const).map((engine) => {
      const own = points.filter((point) => point.kind === kind)
      const way = own.map((point) => `${x(point.operations).toFixed(1)},${y(point[engine]).toFixed(1)}`).join(' ')
      const pen = `fill="none" stroke="${COLOURS[i]}" stroke-width="2"${engine === 'tape' ? ' stroke-dasharray="5 4"' : ''}`
      const [from, at] = [WIDTH - 270, TOP + 26 + 22 * (2 * i + (engine === 'tape' ? 1 : 0))]
      const words = text(from + 44, at + 4, `${kind}, ${engine === 'tape' ? 'on the tape' : 'compiled'}`)
      return `<polyline points="${way}" ${pen}/><line x1="${from}" y1="${at}" x2="${from + 34}" y2="${at}" ${pen}/>${words}`
    }),
  )
  const across = [1, 2, 3, 4, 5, 6].map((power) => {
    const at = x(10 ** power)
    return `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${HEIGHT - BOTTOM}" stroke="#ddd"/>${text(at, HEIGHT - BOTTOM + 18, (10 ** power).toLocaleString('en'), 'text-anchor="middle"')}`
  })
  const up = [1, 10, 100, 1000, 10_000].map(
    (ns) =>
      `<line x1="${LEFT}" y1="${y(ns)}" x2="${WIDTH - RIGHT}" y2="${y(ns)}" stroke="#ddd"/>${text(LEFT - 8, y(ns) + 4, `${ns}`, 'text-anchor="end"')}`,
  )
  const axes = [
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, 'operations of the graph', 'text-anchor="middle"'),
    text(LEFT, 14, 'nanoseconds an operation, value and gradient'),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12"><title>Nanoseconds an operation of value and gradient over the operations of the graph</title><rect width="100%" height="100%" fill="#fff"/>${[...across, ...up, ...axes, ...lines].join('')}</svg>\n`
}
