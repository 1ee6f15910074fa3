import { line, scaleLinear } from 'd3'
import { memo } from 'react'
import { displayName } from '../../../notation/names.ts'
import { tensorOf } from '../../../primitives/value.ts'
import { useTraining } from '../../../state/training.ts'
import type { TrainingProgress } from '../../../training/messages.ts'
import type { LossSurface } from '../../../training/surface.ts'
import { Axes } from '../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../kit/chart/ChartFrame.tsx'
import { areas, filled, outlined } from '../../kit/chart/outline.ts'
import { finiteExtent, largestSize } from './series.ts'
import { apart, type ChartPoint, pointsOf } from './thinned.ts'
import { surfaceText } from './words.ts'

const LEVELS = 9

/** For one or two parameters: the loss over them, and the path that training took. */
export function Surface() {
  const surface = useTraining((state) => state.surface)
  const progress = useTraining((state) => state.progress)
  if (!surface || !progress) return null
  const at = standingAt(progress)
  return (
    <ChartFrame
      title="Loss surface"
      says={surfaceText(surface, at)}
      isNamed
      highest={largestSize(surface.axes[1] ?? surface.losses)}
      caption="The loss of the whole data set, and the path taken."
    >
      {(box) =>
        surface.axes.length > 1 ? (
          <OverTwo box={box} surface={surface} path={pathOf(progress, at)} />
        ) : (
          <OverOne box={box} surface={surface} path={pathOf(progress, at)} />
        )
      }
    </ChartFrame>
  )
}

const standingAt = ({ parameters }: TrainingProgress): number[] =>
  Object.values(parameters).flatMap((value) => [...(tensorOf(value)?.entries ?? [])])

/** Places of the parameters, the last one now. */
function pathOf({ history }: TrainingProgress, at: readonly number[]): readonly ChartPoint[] {
  const [first = [], second = new Float64Array(first.length)] = history.path
  return [...pointsOf(first, second), [at[0], at[1] ?? 0]]
}

interface Props {
  readonly box: ChartArea
  readonly surface: LossSurface
  readonly path: readonly ChartPoint[]
}

const ends = (axis: Float64Array): [number, number] => [axis[0], axis[axis.length - 1]]

/** The loss over two parameters. */
function OverTwo({ box, surface, path }: Props) {
  const { left, top, right, bottom, em } = box
  const { names, axes } = surface
  const x = scaleLinear(ends(axes[0]), [left, right])
  const y = scaleLinear(ends(axes[1]), [bottom, top])
  return (
    <>
      <Contours surface={surface} left={left} right={right} top={top} bottom={bottom} />
      <Axes box={box} x={x} y={y} names={[displayName(names[0]), displayName(names[1])]} isOverShading />
      <Path box={box} places={path.map(([a, b]) => [x(a), y(b)])} em={em} />
    </>
  )
}

interface ContoursProps extends Omit<ChartArea, 'em'> {
  readonly surface: LossSurface
}

/** Heights of the loss, closer together near its lowest point; drawn again only for another surface. */
const Contours = memo(function Contours({ surface: { axes, losses }, left, right, top, bottom }: ContoursProps) {
  const [columns, rows] = axes.map(({ length }) => length)
  const across = scaleLinear([0, columns - 1], [left, right])
  const up = scaleLinear([0, rows - 1], [bottom, top])
  const [low, high] = finiteExtent([losses]) ?? [0, 0]
  if (low === high) return null
  const levels = Array.from({ length: LEVELS }, (_, i) => low + (high - low) * ((i + 1) / (LEVELS + 1)) ** 3)
  const bounded = losses.map((loss) => (Number.isFinite(loss) ? loss : high))
  return areas(columns, rows, bounded, levels).map((area) => (
    <g key={area.value} aria-hidden>
      <path className="chart-height" d={filled(area, columns, rows, across, up)} />
      <path className="chart-contour" d={outlined(area, columns, rows, across, up)} />
    </g>
  ))
})

/** The loss over one parameter. */
function OverOne({ box, surface: { names, axes, losses }, path }: Props) {
  const { left, top, right, bottom, em } = box
  const [low, high] = finiteExtent([losses]) ?? [0, 1]
  const x = scaleLinear(ends(axes[0]), [left, right])
  const y = scaleLinear([Math.min(0, low), high > low ? high : low + 1], [bottom, top])
  const curve = line<ChartPoint>(
    ([at]) => x(at),
    ([, loss]) => y(loss),
  ).defined(([, loss]) => Number.isFinite(loss))
  const height = scaleLinear([...axes[0]], [...losses]).clamp(true)
  return (
    <>
      <Axes box={box} x={x} y={y} names={[displayName(names[0]), 'loss']} />
      <path className="train-line" d={curve(pointsOf(axes[0], losses)) ?? ''} />
      <Path box={box} places={path.map(([at]) => [x(at), y(height(at))])} em={em} />
    </>
  )
}

/** How far apart places are shown, in ems: those in between would hide each other. */
const APART = 0.55
const FAR = 1e5

/** Far outside the picture is far enough: huge coordinates cannot be drawn. */
const within = (x: number): number => Math.min(FAR, Math.max(-FAR, x)) || 0

function Path({
  box,
  places,
  em,
}: {
  readonly box: ChartArea
  readonly places: readonly ChartPoint[]
  readonly em: number
}) {
  const { left, top, right, bottom } = box
  const shown = places.map(([x, y]): [number, number] => [within(x), within(y)])
  const now = shown[shown.length - 1]
  return (
    <svg
      x={left}
      y={top}
      width={right - left}
      height={bottom - top}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      overflow="hidden"
      aria-hidden
    >
      <path className="train-path" d={line()(shown) ?? ''} />
      {apart(shown, APART * em).map(([x, y]) => (
        <circle key={`${x} ${y}`} className="train-path-place" cx={x} cy={y} r={0.16 * em} />
      ))}
      {now && <circle className="train-path-now" cx={now[0]} cy={now[1]} r={0.36 * em} />}
    </svg>
  )
}
