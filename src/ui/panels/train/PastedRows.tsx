import { change, useGradual } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'

/** Problems that are listed; more would not be read. */
const MOST_PROBLEMS = 20

/** Rows of comma-separated values, and what is wrong with those that are bad. */
export function PastedRows() {
  const pasted = useGradual((state) => state.trainingPasted)
  const problems = useTraining((state) => state.rowProblems)
  return (
    <div className="train-pasted">
      <textarea
        aria-label="Pasted rows"
        rows={5}
        spellCheck={false}
        placeholder={'x1, x2, class\n0.5, 1.2, a\n-0.3, 0.8, b'}
        value={pasted}
        onChange={({ target }) => change({ trainingPasted: target.value, trainingBatch: null })}
      />
      <p className="train-quiet">A sample in each row; the last column is the target. Good rows are used.</p>
      {problems.length > 0 && (
        <ul aria-label="Problems of the rows">
          {problems.slice(0, MOST_PROBLEMS).map(({ row, message }) => (
            <li key={row ?? 'text'}>{message}</li>
          ))}
          {problems.length > MOST_PROBLEMS && <li>and {problems.length - MOST_PROBLEMS} more rows.</li>}
        </ul>
      )}
    </div>
  )
}
