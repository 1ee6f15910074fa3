import { type ScaleLinear, scaleLinear } from 'd3'
import { memo, useMemo } from 'react'
import { useTraining } from '../../../state/training.ts'
import type { DataSet } from '../../../training/dataSet.ts'
import type { PredictionPicture } from '../../../training/picture.ts'
import { Axes } from '../../kit/chart/Axes.tsx'
import type { ChartArea } from '../../kit/chart/ChartFrame.tsx'
import { areas, filled, outlined } from '../../kit/chart/outline.ts'
import { hueOf, marks, UNCLASSED } from './marks.ts'
import { leads } from './regions.ts'
import { Samples } from './Samples.tsx'
import { finiteExtent } from './series.ts'

type Boundary = PredictionPicture & { kind: 'boundary' }

interface Props {
  readonly box: ChartArea
  readonly picture: Boundary
  readonly dataSet: DataSet
}

/** Where a class is predicted, and where it is nine times as likely as another. */
const LEADS = [0, 0.8]
/** Heights at which a prediction that is no class is shaded. */
const LEVELS = 8

/** The plane of two features: what is predicted where, and the samples. */
export function BoundaryDrawing({ box, picture, dataSet }: Props) {
  const { xs, ys } = picture
  const x = useScale(xs, box.left, box.right)
  const y = useScale(ys, box.bottom, box.top)
  const samples = useMemo(
    () =>
      dataSet.features.map(([a, b], i) => ({
        place: [x(a), y(b)] as const,
        mark: dataSet.classes ? dataSet.targets[i] : UNCLASSED,
      })),
    [dataSet, x, y],
  )
  return (
    <>
      <Shading picture={picture} classes={dataSet.classes?.length ?? 0} x={x} y={y} />
      <Axes box={box} x={x} y={y} names={[dataSet.columns[0], dataSet.columns[1]]} isOverShading />
      <Samples samples={samples} radius={0.26 * box.em} />
      <MiniBatch samples={samples} radius={0.42 * box.em} />
    </>
  )
}

/** The same scale for the same extent, so that samples are drawn once. */
function useScale(axis: Float64Array, from: number, to: number): ScaleLinear<number, number> {
  const [first, last] = [axis[0], axis[axis.length - 1]]
  return useMemo(() => scaleLinear([first, last], [from, to]), [first, last, from, to])
}

interface ShadingProps {
  readonly picture: Boundary
  readonly classes: number
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
}

const Shading = memo(function Shading({ picture, classes, x, y }: ShadingProps) {
  const { xs, ys } = picture
  const grid = [xs.length, ys.length] as const
  const across = scaleLinear([0, xs.length - 1], x.range())
  const up = scaleLinear([0, ys.length - 1], y.range())
  if (!picture.classes) return <Heights picture={picture} across={across} up={up} />
  return leads(picture, classes).map((lead, k) => {
    const [predicted, sure] = areas(...grid, lead, LEADS)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a class is its index
      <g key={k} className="train-region" data-hue={hueOf(k)}>
        <path d={filled(predicted, ...grid, across, up)} />
        <path d={filled(sure, ...grid, across, up)} />
        <path className="train-boundary" d={outlined(predicted, ...grid, across, up)} />
      </g>
    )
  })
})

interface HeightsProps {
  readonly picture: Boundary
  readonly across: (column: number) => number
  readonly up: (row: number) => number
}

/** A prediction that is a number, the higher the darker. */
function Heights({ picture: { xs, ys, predictions, width }, across, up }: HeightsProps) {
  const numbers = Float64Array.from({ length: xs.length * ys.length }, (_, i) => predictions[i * width])
  const [low, high] = finiteExtent([numbers]) ?? [0, 0]
  const levels = Array.from({ length: LEVELS }, (_, i) => low + ((high - low) * (i + 1)) / (LEVELS + 1))
  if (!(high > low)) return null
  return areas(xs.length, ys.length, numbers, levels).map((area) => (
    <path key={area.value} className="chart-height" d={filled(area, xs.length, ys.length, across, up)} />
  ))
}

/** While training stands: rings around the samples of the mini-batch at hand. */
function MiniBatch({
  samples,
  radius,
}: {
  readonly samples: readonly { readonly place: readonly [number, number] }[]
  readonly radius: number
}) {
  const rows = useTraining(({ progress }) => (progress && !progress.isRunning ? progress.rows : null))
  if (!rows || rows.length === 0 || rows.length >= samples.length) return null
  return (
    <path
      className="train-ring"
      d={marks(
        UNCLASSED,
        radius,
        [...rows].map((row) => samples[row].place),
      )}
    />
  )
}
