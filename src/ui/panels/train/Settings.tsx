import { short } from '../../../notation/numbers.ts'
import { setCourse, setUp, setUpShown, useTraining } from '../../../state/training.ts'
import { OWN, PASTED } from '../../../training/dataChoice.ts'
import { type OptimizerName, optimizerNamed, optimizers } from '../../../training/optimizers.ts'
import { DataSetting } from './DataSetting.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { rateAt, SLIDER, sliderAt } from './rate.ts'

/** The learning rate by powers of ten, or as typed. */
function Rate() {
  const { rate } = useTraining((state) => state.course)
  return (
    <div className="train-setting train-rate">
      <span aria-hidden>Learning rate</span>
      <input
        type="range"
        aria-label="Learning rate"
        aria-valuetext={String(rate)}
        {...SLIDER}
        value={sliderAt(rate)}
        onChange={({ target }) => setCourse({ rate: rateAt(target.valueAsNumber) })}
      />
      <NumberSetting
        name="Learning rate"
        value={rate}
        least={Number.MIN_VALUE}
        rule="The learning rate is a number above 0, such as 0.1."
        onValue={(to) => setCourse({ rate: to })}
      />
    </div>
  )
}

function OptimizerChoice() {
  const { optimizer } = useTraining((state) => state.course)
  return (
    <label className="train-setting">
      <span>Optimizer</span>
      <select value={optimizer} onChange={({ target }) => setCourse({ optimizer: target.value as OptimizerName })}>
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
  const wish = useTraining((state) => state.batchSize)
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
        onValue={(batchSize) => setUp({ batchSize })}
      />
    </div>
  )
}

function Seed() {
  const seed = useTraining((state) => state.seed)
  return (
    <div className="train-setting">
      <span aria-hidden>Seed</span>
      <NumberSetting
        name="Seed"
        value={seed}
        least={0}
        isWhole
        rule="A seed is a whole number, such as 1."
        onValue={(to) => setUp({ seed: to })}
      />
    </div>
  )
}

/** The settings in a line. */
function Summary() {
  const { rate, optimizer } = useTraining((state) => state.course)
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
  const isOpen = useTraining((state) => state.isSettingUp)
  return (
    <details className="train-settings" open={isOpen} onToggle={({ currentTarget }) => setUpShown(currentTarget.open)}>
      <summary>
        <h2>Settings</h2> <Summary />
      </summary>
      <div className="train-settings-body">
        <DataSetting />
        <BatchSize />
        <Seed />
        <OptimizerChoice />
        <Rate />
        <p className="train-quiet">
          Optimizer and rate apply from the next update. The others begin training anew, as does an edit of the program.
        </p>
      </div>
    </details>
  )
}
