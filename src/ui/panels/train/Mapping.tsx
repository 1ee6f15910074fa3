import { change, useGradual } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'
import { mappingText } from './words.ts'

/** Placeholder data, and the data set that could take their place. */
function Instead() {
  const instead = useTraining((state) => state.instead)
  if (instead === null) return null
  return (
    <>
      {' '}
      They hold one number over and over.{' '}
      <button type="button" className="button" onClick={() => change({ trainingData: instead, trainingBatch: null })}>
        Train on “{instead}”
      </button>
    </>
  )
}

/** Which input is which in the data. */
export function Mapping() {
  const start = useTraining((state) => state.start)
  const chosen = useTraining((state) => state.chosen)
  const inputs = useGradual(({ compilation }) => compilation.inputs)
  if (!start) return null
  const names = inputs.flatMap(({ name, role }) => (role === 'data' ? [name] : []))
  return (
    <p className="train-mapping">
      {mappingText(start, chosen, names)}
      <Instead />
    </p>
  )
}
