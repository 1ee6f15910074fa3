import { type Drawn, halfOf, isRound } from './figure.ts'

const CORNERS = { input: 14, data: 4, param: 26, constant: 17, primitive: 0, module: 10 } as const

/** The outline of a node, grown on all sides by so many px. */
export function Shape({
  figure,
  grow,
  className,
}: {
  readonly figure: Drawn
  readonly grow: number
  readonly className: string
}) {
  const { x, y } = halfOf(figure)
  if (isRound(figure.kind)) return <circle className={className} r={x + grow} />
  const corner = Math.min(CORNERS[figure.kind], Math.min(x, y)) + grow
  const [width, height] = [2 * (x + grow), 2 * (y + grow)]
  return <rect className={className} x={-x - grow} y={-y - grow} width={width} height={height} rx={corner} />
}
