import type { Mode } from '../../../../core.ts'
import { entryName } from '../../../../graph/nodes.ts'
import { shapeLabel } from '../../../../notation/shapes.ts'
import type { Weights } from '../../../../state/seedText.ts'
import type { LineGroup } from '../jacobian/lines.ts'
import { giveEntries } from './draft.ts'
import { SeedField } from './SeedCell.tsx'

/** Entries that have a field each. */
const MOST_FIELDS = 36

interface Props {
  readonly mode: Mode
  readonly letter: 'v' | 'w'
  readonly groups: readonly LineGroup[]
  readonly weights: Weights
}

/** The entries of arrays that share a row or a column in the table. */
export function ArraySeeds({ mode, letter, groups, weights }: Props) {
  return groups
    .filter(({ name, lines }) => lines[0].entry === null && (weights.get(name)?.length ?? 0) <= MOST_FIELDS)
    .map(({ name, shape }) => {
      const entries = weights.get(name) ?? []
      return (
        <fieldset key={name} className="seed-array" data-role={mode}>
          <legend>
            {letter}, {name}, {shapeLabel(shape)}
          </legend>
          <div
            style={
              shape.length > 1 ? { gridTemplateColumns: `repeat(${shape.at(-1)}, minmax(4.1em, 1fr))` } : undefined
            }
          >
            {entries.map((_, entry) => (
              <SeedField
                key={entryName(name, shape, entry)}
                label={`${letter}, ${entryName(name, shape, entry)}`}
                {...{ entries, entry }}
                onChange={(changed) => giveEntries(mode, weights, name, changed)}
              />
            ))}
          </div>
        </fieldset>
      )
    })
}
