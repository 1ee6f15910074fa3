import { exact, short } from '../../../notation/numbers.ts'
import { useGradual } from '../../../state/store.ts'
import { checkTrainedGradient, useTraining, writeParameters } from '../../../state/training.ts'
import { checkText } from './words.ts'

/** What can be done with the gradient and the parameters at hand. */
export function Results() {
  const check = useTraining((state) => state.check)
  const isIdle = useTraining(({ progress, failure }) => progress?.isRunning === false && !failure)
  const hasMoved = useTraining(({ progress }) => (progress?.updates ?? 0) > 0)
  const isWritten = useGradual(({ compilation }) =>
    compilation.inputs.some(({ role, literal }) => role === 'param' && literal !== null),
  )
  return (
    <section className="train-results" aria-label="Results of training">
      <button
        type="button"
        className="button"
        aria-label="Check the gradient numerically"
        title="Compares it with differences of the loss"
        disabled={!isIdle}
        onClick={checkTrainedGradient}
      >
        Check the gradient
      </button>
      {check && (
        <p role="status" data-agrees={check.agrees}>
          {check.agrees ? '✓' : '✗'} {checkText(check)}
          {check.worst && (
            <>
              {' '}
              Worst relative error: <data value={exact(check.worst.error)}>{short(check.worst.error)}</data> at{' '}
              {check.worst.name}.
            </>
          )}
        </p>
      )}
      <button
        type="button"
        className="button"
        aria-label="Write the parameters into the program"
        title={
          isWritten ? 'Into the program: training begins anew from there' : 'The program’s text has no numbers for them'
        }
        disabled={!hasMoved || !isWritten}
        onClick={writeParameters}
      >
        Write the parameters
      </button>
    </section>
  )
}
