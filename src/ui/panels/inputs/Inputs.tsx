import { useMemo, useRef } from 'react'
import type { Input } from '../../../core.ts'
import { useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import { InputRow } from './InputRow.tsx'
import { useSteadyOrder } from './useSteadyOrder.ts'
import './inputs.css'

/** Comes when a program has arrays. */
const ArrayInput = late('What edits arrays', () => import('./ArrayInput.tsx'))

/** More rows than anyone looks through would make the page slow. */
const MOST_ROWS = 200

/** What edits each input of the program, whatever the graph shows of it. While the program has errors they wait. */
export function Inputs() {
  const { graph, inputs: all, outOfDate } = useGradual((state) => state.compilation)
  const point = useGradual((state) => state.point)
  const isLocked = useGradual((state) => state.locked.has('inputs'))
  const place = useRef<HTMLFieldSetElement>(null)
  const inputs = useSteadyOrder(all, place)
  const ids = useMemo(() => new Map(graph?.inputs.map(({ name, node }) => [name, graph.id[node]])), [graph])
  return (
    <fieldset ref={place} className="inputs" aria-label="Inputs" disabled={outOfDate || isLocked}>
      {inputs.slice(0, MOST_ROWS).map(({ name, role, value }) => (
        <InputEditor
          key={name}
          name={name}
          role={role}
          value={Object.hasOwn(point, name) ? point[name] : value}
          id={ids.get(name) ?? -1}
        />
      ))}
      {inputs.length > MOST_ROWS && (
        <p>
          These are the first {MOST_ROWS} of {inputs.length} inputs. Change the others in the program.
        </p>
      )}
    </fieldset>
  )
}

interface EditorProps extends Pick<Input, 'name' | 'role' | 'value'> {
  readonly id: number
}

const InputEditor = ({ value, ...input }: EditorProps) =>
  typeof value === 'number' ? <InputRow {...input} value={value} /> : <ArrayInput {...input} value={value} />
