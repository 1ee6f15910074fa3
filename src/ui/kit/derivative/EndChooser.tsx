import type { Graph, Mode } from '../../../core.ts'
import { entryCount, entryName, shapeAt } from '../../../graph/nodes.ts'
import { displayName } from '../../../notation/names.ts'
import { shapeName } from '../../../notation/shapes.ts'
import { type End, nameOfEnd } from '../../../state/question.ts'

interface Props {
  readonly graph: Graph
  readonly mode: Mode
  readonly end: End
  /** Whether all entries of an array can be chosen at once. */
  readonly whole?: boolean
  readonly onChange: (name: string) => void
}

/** Entries beyond these are not offered: nobody would find theirs in so long a list. */
const MOST_ENTRIES = 500

/** Chooses an input (forward) or an output (reverse), and of an array all its entries or one. */
export function EndChooser({ graph, mode, end, whole = true, onChange }: Props) {
  const ends = mode === 'forward' ? graph.inputs : graph.outputs
  const label = mode === 'forward' ? 'Input' : 'Output'
  const { of, node } = end.seed
  const count = entryCount(graph, node)
  const shape = shapeAt(graph, node)
  return (
    <>
      <label>
        {label}
        <select aria-label={label} value={of} onChange={({ target }) => onChange(target.value)}>
          {ends.map(({ name }) => (
            <option key={name} value={name}>
              {displayName(name)}
            </option>
          ))}
        </select>
      </label>
      {count > 1 && (
        <select aria-label={`Entry of ${of}`} value={nameOfEnd(end)} onChange={({ target }) => onChange(target.value)}>
          {whole && <option value={of}>all, {shapeName(shape)}</option>}
          {Array.from({ length: Math.min(count, MOST_ENTRIES) }, (_, entry) => {
            const name = entryName(of, shape, entry)
            return (
              <option key={name} value={name}>
                {displayName(name)}
              </option>
            )
          })}
        </select>
      )}
    </>
  )
}
