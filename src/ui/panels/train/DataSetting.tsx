import { change } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'
import { OWN, PASTED } from '../../../training/dataChoice.ts'
import { Fold } from '../../kit/fold/Fold.tsx'
import { PastedRows } from './PastedRows.tsx'

/** What training learns from: those built-in sets that fit the program, pasted rows, or what the program holds. */
export function DataSetting() {
  const offers = useTraining((state) => state.offers)
  const chosen = useTraining((state) => state.chosen)
  const start = useTraining((state) => state.start)
  const about = offers.find(({ name }) => name === chosen)?.about ?? (chosen === OWN ? ownText(start?.dataSet) : null)
  return (
    <>
      <label className="train-setting train-data">
        <span>Data set</span>
        <select
          value={chosen ?? OWN}
          onChange={({ target }) => change({ trainingData: target.value, trainingBatch: null })}
        >
          <option value={OWN}>the program’s own data</option>
          {offers.map(({ name, problem }) => (
            <option key={name} value={name} disabled={problem !== null}>
              {name}
            </option>
          ))}
          <option value={PASTED}>pasted rows (CSV)</option>
        </select>
      </label>
      {about && <p className="train-quiet">{about}</p>}
      {chosen === PASTED && <PastedRows />}
      <Unfit />
    </>
  )
}

const ownText = (dataSet: { readonly about: string } | null | undefined): string =>
  dataSet ? dataSet.about : 'What the program’s data inputs hold, the same in every update.'

/** What the program would need for the data sets that do not fit. */
function Unfit() {
  const offers = useTraining((state) => state.offers)
  const unfit = offers.filter(({ problem }) => problem !== null)
  if (unfit.length === 0) return null
  const problems = [...new Set(unfit.map(({ problem }) => problem))]
  const isAll = unfit.length === offers.length
  return (
    <Fold
      name="unfit"
      className="train-unfit"
      summary={isAll ? 'No built-in data set fits the program' : `${unfit.length} data sets do not fit`}
    >
      <dl>
        {problems.map((problem) => (
          <div key={problem}>
            <dt>{unfit.flatMap((offer) => (offer.problem === problem ? [offer.name] : [])).join(', ')}</dt>
            <dd>{problem}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
