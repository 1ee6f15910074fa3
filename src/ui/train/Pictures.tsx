import { showPrediction, useTraining } from '../../state/training.ts'
import { Frame } from '../chart/Frame.tsx'
import { BoundaryDrawing } from './Boundary.tsx'
import { FitDrawing } from './Fit.tsx'
import { LossCurve } from './LossCurve.tsx'
import { Magnitudes } from './Magnitudes.tsx'
import { hueOf, marks } from './marks.ts'
import { Surface } from './Surface.tsx'
import { boundaryText, fitText } from './words.ts'

interface Props {
  /** Whether they have a pane to themselves. */
  readonly large?: boolean
}

/** What of the program is drawn as its prediction. */
function PredictionChoice() {
  const start = useTraining((state) => state.start)
  const wish = useTraining((state) => state.prediction)
  if (!start || start.predictions.length < 2) return null
  const shown = wish !== null && start.predictions.includes(wish) ? wish : (start.prediction ?? '')
  return (
    <label className="train-choice">
      of
      <select aria-label="Prediction" value={shown} onChange={({ target }) => showPrediction(target.value)}>
        {start.predictions.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

/** What the program predicts over one or two features. */
function Prediction({ large }: Props) {
  const dataSet = useTraining(({ start }) => start?.dataSet)
  const progress = useTraining((state) => state.progress)
  const picture = progress?.picture
  if (!dataSet || !picture) return null
  const choice = <PredictionChoice />
  if (picture.kind === 'fit')
    return (
      <Frame title="Fit" says={fitText(picture, dataSet)} height={large ? 16 : 13} isNamed choice={choice}>
        {(box) => <FitDrawing box={box} picture={picture} dataSet={dataSet} />}
      </Frame>
    )
  return (
    <Frame
      title={dataSet.classes ? 'Decision boundary' : 'Prediction'}
      says={boundaryText(picture, dataSet, progress.accuracy ?? null)}
      height={large ? 17 : 15}
      isNamed
      choice={choice}
    >
      {(box) => <BoundaryDrawing box={box} picture={picture} dataSet={dataSet} />}
    </Frame>
  )
}

/** Which mark stands for which class. */
function Legend() {
  const classes = useTraining(({ start }) => start?.dataSet?.classes)
  const isDrawn = useTraining(({ progress }) => progress?.picture != null)
  if (!classes || !isDrawn) return null
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

export function Pictures({ large = false }: Props) {
  return (
    <>
      <Prediction large={large} />
      <Legend />
      <LossCurve />
      <Magnitudes />
      <Surface />
    </>
  )
}
