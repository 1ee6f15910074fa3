import type { Graph, Numbers, Value } from '../../../../core.ts'
import { entryName, shapeAt } from '../../../../graph/nodes.ts'
import { entriesOf, exact, short } from '../../../../notation/numbers.ts'
import type { Weights } from '../../../../state/seedText.ts'
import { ArrayCell } from '../../../kit/arrays/ArrayCell.tsx'
import { giveEntries } from '../seeds/draft.ts'
import { PresetChoice, SeedField } from '../seeds/SeedCell.tsx'

/** Entries of an input that have a field each, and inputs that are listed. */
const MOST_FIELDS = 36
const MOST_INPUTS = 50

interface Props {
  readonly graph: Graph
  readonly weights: Weights
  /** null while it is computed. */
  readonly product: Numbers | null
}

/** The direction v, an entry for each number of the inputs, and below it the entry of H·v. */
export function HessianDirection({ graph, weights, product }: Props) {
  return (
    <fieldset className="second-direction">
      <legend>
        Direction v, and <b>H·v</b> below it
      </legend>
      {graph.inputs.slice(0, MOST_INPUTS).flatMap(({ name, node }) => {
        const entries = weights.get(name) ?? []
        const onChange = (changed: readonly number[]) => giveEntries('forward', weights, name, changed)
        const result = product?.[name]
        if (entries.length > MOST_FIELDS)
          return (
            <div key={name}>
              <span aria-hidden>{name}</span>
              <PresetChoice label={`direction, ${name}`} entries={entries} onChoose={onChange} />
              {result !== undefined && <ArrayCell name={`H·v by ${name}`} value={result} kind="adjoint" />}
            </div>
          )
        const found = result === undefined ? [] : entriesIn(result)
        return entries.map((_, entry) => {
          const own = entryName(name, shapeAt(graph, node), entry)
          return (
            <div key={own}>
              <span aria-hidden>{own}</span>
              <SeedField label={`direction, ${own}`} {...{ entries, entry, onChange }} />
              {found.length > 0 && (
                <data value={exact(found[entry])} title={exact(found[entry])}>
                  <span className="visually-hidden">H·v, {own}: </span>
                  {short(found[entry])}
                </data>
              )}
            </div>
          )
        })
      })}
      {graph.inputs.length > MOST_INPUTS && <p>and {graph.inputs.length - MOST_INPUTS} more inputs</p>}
    </fieldset>
  )
}

const entriesIn = (value: Value): ArrayLike<number> => (typeof value === 'number' ? [value] : entriesOf(value))
