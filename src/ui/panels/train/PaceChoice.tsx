import { PACES } from '../../../state/choices/training.ts'
import { change, useGradual } from '../../../state/store.ts'

const FULL = 'full'

/** How many updates a second a run makes. */
export function PaceChoice() {
  const pace = useGradual((state) => state.trainingPace)
  return (
    <label className="train-pace" title="Updates a second">
      <span aria-hidden>Pace</span>
      <select
        aria-label="Pace"
        value={pace ?? FULL}
        onChange={({ target }) => change({ trainingPace: target.value === FULL ? null : Number(target.value) })}
      >
        {PACES.map((each) => (
          <option key={each ?? FULL} value={each ?? FULL}>
            {each === null ? 'as fast as it goes' : `${each} a second`}
          </option>
        ))}
      </select>
    </label>
  )
}
