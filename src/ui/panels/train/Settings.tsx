import { short } from '../../../notation/numbers.ts'
import { change, useGradual } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'
import { OWN, PASTED } from '../../../training/dataChoice.ts'
import { type OptimizerName, optimizerNamed, optimizers } from '../../../training/optimizers.ts'
import { Fold } from '../../kit/fold/Fold.tsx'
import { DataSetting } from './DataSetting.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { rateAt, SLIDER, sliderAt } from './rate.ts'

/** The learning rate by powers of ten, or as typed. */
function Rate() {
  const rate = useGradual((state) => state.trainingRate)
  return (
    <div className="train-setting train-rate">
      <span aria-hidden>Learning rate</span>
      <input
        type="range"
        aria-label="Learning rate"
        aria-valuetext={String(rate)}
        {...SLIDER}
        value={sliderAt(rate)}
        onChange={({ target }) => change({ trainingRate: rateAt(target.valueAsNumber) })}
      />
      <NumberSetting
        name="Learning rate"
        value={rate}
        least={Number.MIN_VALUE}
        rule="The learning rate is a number above 0, such as 0.1."
        onValue={(to) => change({ trainingRate: to })}
      />
    </div>
  )
}

function OptimizerChoice() {
  const optimizer = useGradual((state) => state.trainingOptimizer)
  return (
    <label className="train-setting">
      <span>Optimizer</span>
      <select value={optimizer} onChange={({ target }) => change({ trainingOptimizer: target.value as OptimizerName })}>
        {optimizers.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function BatchSize() {
  const wish = useGradual((state) => state.trainingBatch)
  const start = useTraining((state) => state.start)
  return (
    <div className="train-setting">
      <span aria-hidden>Mini-batch</span>
      <NumberSetting
        name="Mini-batch size"
        value={start?.batchSize ?? wish ?? 1}
        least={1}
        isWhole
        rule="A mini-batch has a whole number of samples, at least 1."
        onValue={(trainingBatch) => change({ trainingBatch })}
      />
    </div>
  )
}

function Epochs() {
  const epochs = useGradual((state) => state.trainingEpochs)
  return (
    <div className="train-setting">
      <span aria-hidden>Epochs</span>
      <NumberSetting
        name="Epochs"
        value={epochs}
        least={1}
        isWhole
        rule="A run stops after a whole number of epochs, at least 1; empty for no end."
        onValue={(trainingEpochs) => change({ trainingEpochs })}
        empty={{ means: 'no end', onEmpty: () => change({ trainingEpochs: null }) }}
      />
    </div>
  )
}

function Seed() {
  const seed = useGradual((state) => state.trainingSeed)
  return (
    <div className="train-setting">
      <span aria-hidden>Seed</span>
      <NumberSetting
        name="Seed"
        value={seed}
        least={0}
        isWhole
        rule="A seed is a whole number, such as 1."
        onValue={(trainingSeed) => change({ trainingSeed })}
      />
    </div>
  )
}

/** The settings in a line. */
function Summary() {
  const rate = useGradual((state) => state.trainingRate)
  const optimizer = useGradual((state) => state.trainingOptimizer)
  const chosen = useTraining((state) => state.chosen)
  const start = useTraining((state) => state.start)
  const data = chosen === null || chosen === OWN ? 'own data' : chosen === PASTED ? 'pasted rows' : chosen
  const batch = start?.dataSet ? `, batch ${start.batchSize}` : ''
  return (
    <span>
      {data}
      {batch}, {optimizerNamed(optimizer).title} {short(rate)}
    </span>
  )
}

/** What training takes; what changes on the way, and what begins it anew. */
export function Settings() {
  return (
    <Fold
      name="settings"
      className="train-settings"
      summary={
        <>
          <h2>Settings</h2> <Summary />
        </>
      }
    >
      <div className="train-settings-body">
        <DataSetting />
        <BatchSize />
        <Epochs />
        <Seed />
        <OptimizerChoice />
        <Rate />
        <p className="train-quiet">
          Optimizer, rate and epochs apply from the next update. The others begin training anew, as does an edit of the
          program.
        </p>
      </div>
    </Fold>
  )
}
