import { extent, line, scaleLinear } from 'd3'
import { useMemo } from 'react'
import type { DataSet } from '../../../training/dataSet.ts'
import type { PredictionPicture } from '../../../training/picture.ts'
import { Axes } from '../../kit/chart/Axes.tsx'
import type { ChartArea } from '../../kit/chart/ChartFrame.tsx'
import { UNCLASSED } from './marks.ts'
import { Samples } from './Samples.tsx'

interface Props {
  readonly box: ChartArea
  readonly picture: PredictionPicture & { kind: 'fit' }
  readonly dataSet: DataSet
}

/** The samples over one feature, and the curve that the program puts through them. */
export function FitDrawing({ box, picture: { xs, predictions, width }, dataSet }: Props) {
  const { left, right, top, bottom, em } = box
  const [low = 0, high = 1] = extent(dataSet.targets)
  const pad = 0.15 * (high - low) || 1
  // As far as a curve is followed that leaves the picture, be it without end.
  const beyond = 2 * (high - low + pad)
  const [first, last] = [xs[0], xs[xs.length - 1]]
  const x = useMemo(() => scaleLinear([first, last], [left, right]), [first, last, left, right])
  const y = useMemo(() => scaleLinear([low - pad, high + pad], [bottom, top]), [low, high, pad, bottom, top])
  const samples = useMemo(
    () =>
      dataSet.features.map(([feature], i) => ({
        place: [x(feature), y(dataSet.targets[i])] as const,
        mark: dataSet.classes ? dataSet.targets[i] : UNCLASSED,
      })),
    [dataSet, x, y],
  )
  const path = line<number>(
    (_, i) => x(xs[i]) - left,
    (value) => y(Math.max(low - beyond, Math.min(high + beyond, value))) - top,
  ).defined((value) => !Number.isNaN(value))
  const curve = (k: number) => path(Array.from(xs, (_, i) => predictions[i * width + k])) ?? ''
  return (
    <>
      <Axes box={box} x={x} y={y} names={[dataSet.columns[0], dataSet.columns[1]]} />
      <Samples samples={samples} radius={0.26 * em} />
      <svg x={left} y={top} width={right - left} height={bottom - top} overflow="hidden" aria-hidden>
        {Array.from({ length: width }, (_, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number of the prediction is its index
          <path key={k} className="train-line train-fit" d={curve(k)} />
        ))}
      </svg>
    </>
  )
}
