import { PREDICTIONS, type Predicting } from '../../../state/choices/hiding.ts'
import { useAnswers } from '../../../state/lesson/answers.ts'
import { forgetPredictions, historyFile, scoreOf, startPredicting } from '../../../state/predicting/history.ts'
import { useGradual } from '../../../state/store.ts'
import { saveFile } from '../../kit/file/saveFile.ts'

const TITLES: Readonly<Record<Predicting, string>> = {
  number: 'I say each number first',
  node: 'I say the next node first',
}

/** Whether the reader predicts, and how well that went so far. */
export function PredictingChoice() {
  const predicting = useGradual((state) => state.predicting)
  return (
    <>
      <fieldset>
        <legend>Predict</legend>
        {[null, ...PREDICTIONS].map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="predicting"
              checked={predicting === each}
              onChange={() => startPredicting(each)}
            />
            <span>{each ? TITLES[each] : 'No'}</span>
          </label>
        ))}
      </fieldset>
      <Score />
    </>
  )
}

function Score() {
  const outcomes = useAnswers((state) => state.outcomes)
  const { now, all } = scoreOf(outcomes)
  if (all.asked === 0) return <p>Your predictions and their score stay in this browser.</p>
  return (
    <>
      <p>
        Right at the first try: {now.first} of {now.asked} in this visit, {all.first} of {all.asked} in all. Your
        predictions stay in this browser.
      </p>
      <p className="hiding-buttons">
        <button type="button" className="button" onClick={save}>
          Save as a file
        </button>
        <button type="button" className="button" onClick={forgetPredictions}>
          Forget them
        </button>
      </p>
    </>
  )
}

const save = () => saveFile('gradual-predictions.csv', 'text/csv', historyFile())
