import type { Graph } from '../../core.ts'
import { entryName, shapeAt } from '../../graph/nodes.ts'
import type { Weights } from '../../state/seedText.ts'
import { giveEntries } from '../jacobian/seeds/draft.ts'
import { PresetChoice, SeedField } from '../jacobian/seeds/SeedCell.tsx'

/** Entries of an input that have a field each, and inputs that are listed. */
const MOST_FIELDS = 36
const MOST_INPUTS = 50

interface Props {
  readonly graph: Graph
  readonly weights: Weights
}

/** The direction v, an entry for each number of the inputs: the seed of the tangent pass. */
export function Direction({ graph, weights }: Props) {
  return (
    <fieldset className="second-direction">
      <legend>Direction v</legend>
      {graph.inputs.slice(0, MOST_INPUTS).flatMap(({ name, node }) => {
        const entries = weights.get(name) ?? []
        const onChange = (changed: readonly number[]) => giveEntries('forward', weights, name, changed)
        if (entries.length > MOST_FIELDS)
          return (
            <div key={name}>
              <span aria-hidden>{name}</span>
              <PresetChoice label={`direction, ${name}`} entries={entries} onChoose={onChange} />
            </div>
          )
        return entries.map((_, entry) => {
          const own = entryName(name, shapeAt(graph, node), entry)
          return (
            <div key={own}>
              <span aria-hidden>{own}</span>
              <SeedField label={`direction, ${own}`} {...{ entries, entry, onChange }} />
            </div>
          )
        })
      })}
      {graph.inputs.length > MOST_INPUTS && <p>and {graph.inputs.length - MOST_INPUTS} more inputs</p>}
    </fieldset>
  )
}
