import { type ReactNode, useMemo } from 'react'
import { PICTURES, type PictureName } from '../../../state/choices/training.ts'
import { change, useGradual } from '../../../state/store.ts'
import { type TrainingState, useTraining } from '../../../state/training.ts'
import type { DataSet } from '../../../training/dataSet.ts'
import { ChartFrame } from '../../kit/chart/ChartFrame.tsx'
import { BoundaryDrawing } from './Boundary.tsx'
import { FitDrawing } from './Fit.tsx'
import { LossCurve } from './LossCurve.tsx'
import { Magnitudes, MagnitudeTable } from './Magnitudes.tsx'
import { hueOf, marks } from './marks.ts'
import { SamplePictures } from './SamplePictures.tsx'
import { Surface } from './Surface.tsx'
import { boundaryText, fitText } from './words.ts'

/** What of the program is drawn as its prediction. */
function PredictionChoice() {
  const start = useTraining((state) => state.start)
  const wish = useGradual((state) => state.trainingPrediction)
  if (!start || start.predictions.length < 2) return null
  const shown = wish !== null && start.predictions.includes(wish) ? wish : (start.prediction ?? '')
  return (
    <label className="train-choice">
      of
      <select
        aria-label="Prediction"
        value={shown}
        onChange={({ target }) => change({ trainingPrediction: target.value })}
      >
        {start.predictions.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

/** The samples, whose columns go by the program’s names. */
function useDataSet(): DataSet | null {
  const start = useTraining((state) => state.start)
  return useMemo(() => start?.dataSet && { ...start.dataSet, columns: start.columns }, [start]) ?? null
}

/** What the program predicts over one or two features. */
function Prediction() {
  const dataSet = useDataSet()
  const progress = useTraining((state) => state.progress)
  const picture = progress?.picture
  if (!dataSet || !picture) return null
  const frame = { choice: <PredictionChoice />, caption: <Legend />, isNamed: true }
  if (picture.kind === 'fit')
    return (
      <ChartFrame title="Fit" says={fitText(picture, dataSet)} {...frame}>
        {(box) => <FitDrawing box={box} picture={picture} dataSet={dataSet} />}
      </ChartFrame>
    )
  const says = boundaryText(picture, dataSet, progress.accuracy ?? null)
  return (
    <ChartFrame title={predictionTitle(dataSet)} says={says} {...frame}>
      {(box) => <BoundaryDrawing box={box} picture={picture} dataSet={dataSet} />}
    </ChartFrame>
  )
}

const predictionTitle = ({ classes }: DataSet): string => (classes ? 'Decision boundary' : 'Prediction')

/** Which mark stands for which class. */
function Legend() {
  const classes = useTraining(({ start }) => start?.dataSet?.classes)
  if (!classes) return null
  return (
    <ul className="train-legend" aria-label="Classes">
      {classes.map((name, k) => (
        <li key={name}>
          <svg viewBox="-6 -6 12 12" aria-hidden>
            <path className="train-sample" data-hue={hueOf(k)} d={marks(k, 4, [[0, 0]])} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

interface PictureKind {
  readonly title: (state: TrainingState) => string
  /** Whether there is something to draw. */
  readonly isThere: (state: TrainingState) => boolean
  readonly drawn: ReactNode
}

const KINDS: Readonly<Record<PictureName, PictureKind>> = {
  prediction: {
    title: ({ progress, start }) =>
      progress?.picture?.kind === 'fit' || !start?.dataSet ? 'Fit' : predictionTitle(start.dataSet),
    isThere: ({ progress }) => progress?.picture != null,
    drawn: <Prediction />,
  },
  samples: { title: () => 'Samples', isThere: ({ progress }) => progress?.samples != null, drawn: <SamplePictures /> },
  loss: { title: () => 'Loss', isThere: () => true, drawn: <LossCurve /> },
  gradients: { title: () => 'Gradients', isThere: ({ progress }) => progress !== null, drawn: <Magnitudes /> },
  surface: { title: () => 'Loss surface', isThere: ({ surface }) => surface !== null, drawn: <Surface /> },
}

const thereIn = (state: TrainingState): PictureName[] => PICTURES.filter((name) => KINDS[name].isThere(state))

/** What was chosen, as far as there is something to draw; else two that show most. */
function shownIn(state: TrainingState, wish: readonly PictureName[] | null): PictureName[] {
  const there = thereIn(state)
  const wished = there.filter((name) => wish?.includes(name))
  if (wished.length > 0) return wished
  const best = (['prediction', 'samples', 'surface'] as const).find((name) => there.includes(name))
  return best ? [best, 'loss'] : ['loss']
}

/** Their names, with commas. */
function useShown(): string {
  const wish = useGradual((state) => state.trainingPictures)
  return useTraining((state) => shownIn(state, wish).join())
}

/** Which pictures are shown: one at least. */
function PictureChoice() {
  const there = useTraining((state) => thereIn(state).join())
  const shown = useShown()
  const titles = useTraining((state) => PICTURES.map((name) => KINDS[name].title(state)).join('\n')).split('\n')
  const names = PICTURES.filter((name) => there.split(',').includes(name))
  const isShown = (name: PictureName) => shown.split(',').includes(name)
  const toggle = (name: PictureName) => {
    const next = names.filter((each) => isShown(each) !== (each === name))
    if (next.length > 0) change({ trainingPictures: next })
  }
  return (
    <fieldset className="pills">
      <legend className="visually-hidden">Pictures</legend>
      {names.map((name) => (
        <label key={name}>
          <input type="checkbox" checked={isShown(name)} onChange={() => toggle(name)} />
          {titles[PICTURES.indexOf(name)]}
        </label>
      ))}
    </fieldset>
  )
}

/** The pictures of the run: as many at once as were chosen. */
export function Pictures() {
  const shown = useShown().split(',') as PictureName[]
  return (
    <>
      <PictureChoice />
      <div className="train-pictures">
        <div className="train-pictures-in" data-count={shown.length}>
          {shown.map((name) => (
            <div key={name} className="train-picture">
              {KINDS[name].drawn}
            </div>
          ))}
        </div>
      </div>
      <MagnitudeTable />
    </>
  )
}
