import { useRef } from 'react'
import type { Input } from '../../core.ts'
import { useGradual } from '../../state/store.ts'
import { InputRow } from './InputRow.tsx'
import { useSteadyOrder } from './useSteadyOrder.ts'
import './inputs.css'

/** More rows than anyone looks through would make the page slow. */
const MOST = 200

const NONE: readonly Input[] = []

/** A slider and a number field for each input of the graph. While the program has errors they wait. */
export function Inputs() {
  const graph = useGradual((state) => state.compilation.graph)
  const outOfDate = useGradual((state) => state.compilation.outOfDate)
  const place = useRef<HTMLFieldSetElement>(null)
  const inputs = useSteadyOrder(graph?.inputs ?? NONE, place)
  return (
    <fieldset ref={place} className="inputs" aria-label="Inputs" disabled={outOfDate}>
      {inputs.slice(0, MOST).map(({ name, role, value, node }) => (
        <InputRow key={name} name={name} role={role} value={value} id={graph?.id[node] ?? -1} />
      ))}
      {inputs.length > MOST && (
        <p>
          These are the first {MOST} of {inputs.length} inputs. Change the others in the program.
        </p>
      )}
    </fieldset>
  )
}
