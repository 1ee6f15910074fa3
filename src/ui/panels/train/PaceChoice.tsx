import { setPace, useTraining } from '../../../state/training.ts'
import { PACES } from '../../../state/trainingSettings.ts'

const FULL = 'full'

/** How many updates a second a run makes. */
export function PaceChoice() {
  const pace = useTraining((state) => state.pace)
  return (
    <label className="train-pace" title="Updates a second">
      <span aria-hidden>Pace</span>
      <select
        aria-label="Pace"
        value={pace ?? FULL}
        onChange={({ target }) => setPace(target.value === FULL ? null : Number(target.value))}
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
