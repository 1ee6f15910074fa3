import { memo, useMemo } from 'react'
import type { Tensor } from '../../../primitives/value.ts'
import { change, useGradual } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'
import type { DataSet } from '../../../training/dataSet.ts'
import type { PredictedSamples } from '../../../training/picture.ts'
import { HeatMap } from '../../kit/arrays/HeatMap.tsx'
import { Scroller } from '../../kit/scroller/Scroller.tsx'
import { evenly } from './thinned.ts'
import { samplesText, sampleText } from './words.ts'

/** Samples that are drawn; more would not be looked at. */
const MOST_SAMPLES = 60
/** The longer side of a picture, in em. */
const SIDE = 2.6

/** Samples that are matrices as pictures, each with its class, and the one that is predicted where it is another. */
export function SamplePictures() {
  const dataSet = useTraining(({ start }) => start?.dataSet)
  const samples = useTraining(({ progress }) => progress?.samples)
  return dataSet && samples ? <Gallery dataSet={dataSet} samples={samples} /> : null
}

interface GalleryProps {
  readonly dataSet: DataSet
  readonly samples: PredictedSamples
}

function Gallery({ dataSet, samples: { rows, classes } }: GalleryProps) {
  const onlyWrong = useGradual((state) => state.trainingWrong)
  const pictureOf = useMemo(() => picturesOf(dataSet), [dataSet])
  const all = Array.from(rows, (row, i) => ({ row, label: dataSet.targets[row], predicted: classes[i] }))
  const wrong = all.filter(({ label, predicted }) => label !== predicted)
  const shown = evenly(onlyWrong ? wrong : all, MOST_SAMPLES)
  const names = dataSet.classes ?? []
  return (
    <figure className="chart" data-fills>
      <div className="chart-head">
        <h3>{dataSet.heldOut ? 'Held-out samples' : 'Samples'}</h3>
        <label className="train-choice">
          <input
            type="checkbox"
            checked={onlyWrong}
            onChange={({ target }) => change({ trainingWrong: target.checked })}
          />
          Only wrong ones
        </label>
      </div>
      <Scroller className="train-gallery">
        <ul>
          {shown.map(({ row, label, predicted }) => (
            <Sample key={row} picture={pictureOf(row)} label={names[label]} predicted={names[predicted]} />
          ))}
        </ul>
      </Scroller>
      <figcaption>{samplesText(wrong.length, all.length, shown.length)}</figcaption>
    </figure>
  )
}

/** Each the same whenever it is asked for. */
function picturesOf({ features, matrix = [1, 1] }: DataSet): (row: number) => Tensor {
  const made = new Map<number, Tensor>()
  return (row) => {
    const picture = made.get(row) ?? { shape: matrix, entries: Float64Array.from(features[row]) }
    made.set(row, picture)
    return picture
  }
}

interface SampleProps {
  readonly picture: Tensor
  readonly label: string
  readonly predicted: string
}

const Sample = memo(function Sample({ picture, label, predicted }: SampleProps) {
  const isWrong = predicted !== label
  const most = Math.max(...picture.shape)
  return (
    <li data-wrong={isWrong || undefined}>
      <HeatMap tensor={picture} most={most} tile={SIDE / most} longest={{ width: SIDE, height: SIDE }} />
      <span aria-hidden>{isWrong ? `${label} ✗ ${predicted}` : label}</span>
      <span className="visually-hidden">{sampleText(label, predicted)}</span>
    </li>
  )
})
