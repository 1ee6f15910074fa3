import { line, scaleLinear } from 'd3'
import type { Point } from '../../../layout/layout.ts'
import { heights, pieces } from './curve.ts'

interface Props {
  readonly name: string
  readonly value: (x: number) => number
  readonly partial: (x: number) => number
  readonly over: readonly [number, number]
}

const WIDTH = 240
const HEIGHT = 140
const SAMPLES = 240

/** The function (solid) and its partial (dashed). */
export function Plot({ name, value, partial, over }: Props) {
  const values = pieces(value, over, SAMPLES)
  const partials = pieces(partial, over, SAMPLES)
  const [low, high] = heights([...values, ...partials].flat())
  const x = scaleLinear(over, [0, WIDTH])
  const y = scaleLinear([Math.min(low, 0), Math.max(high, 0)], [HEIGHT - 6, 6])
  const path = line<Point>(
    (point) => x(point.x),
    // Beyond the frame nothing is seen, and huge coordinates are drawn badly.
    (point) => Math.min(5 * HEIGHT, Math.max(-4 * HEIGHT, y(point.y))),
  )
  const drawn = (curve: Point[][]) => curve.map((piece) => path(piece)).join('')
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name} and its derivative from ${over[0]} to ${over[1]}`}
      >
        <path className="plot-axes" d={`M0,${y(0)}H${WIDTH}M${x(0)},0V${HEIGHT}`} />
        <path className="plot-partial" d={drawn(partials)} />
        <path className="plot-value" d={drawn(values)} />
      </svg>
      <figcaption>
        <span>
          <Stroke kind="value" /> {name}
        </span>
        <span>
          <Stroke kind="partial" /> its derivative
        </span>
      </figcaption>
    </figure>
  )
}

const Stroke = ({ kind }: { readonly kind: 'value' | 'partial' }) => (
  <svg className="plot-key" viewBox="0 0 24 4" aria-hidden>
    <path className={`plot-${kind}`} d="M0,2H24" />
  </svg>
)
