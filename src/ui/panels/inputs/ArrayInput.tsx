import { memo, useState } from 'react'
import type { Value } from '../../../core.ts'
import { entryName } from '../../../graph/nodes.ts'
import { displayName } from '../../../notation/names.ts'
import { exact } from '../../../notation/numbers.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import type { Tensor } from '../../../primitives/value.ts'
import { give, waitingFor } from '../../../state/inputValues.ts'
import { change, useGradual } from '../../../state/store.ts'
import { HeatMap } from '../../kit/arrays/HeatMap.tsx'
import { ShowNumbers } from '../../kit/arrays/ShowNumbers.tsx'
import { useTensor } from '../../kit/arrays/useTensor.ts'
import { writtenOut } from '../../kit/arrays/writtenOut.ts'
import { NumberField } from '../../kit/number/NumberField.tsx'
import { withEntry } from '../../kit/number/withEntry.ts'
import { Slider } from './Slider.tsx'
import { useRange } from './useRange.ts'
import './arrayInput.css'

interface Props {
  readonly name: string
  readonly role: 'data' | 'param' | null
  readonly value: Value
  /** Stable id of its node; −1 where the graph has none. */
  readonly id: number
}

/** Entries that have a field each. */
const MOST_FIELDS = 36

/** An input that is an array: its entries to edit, or a picture of many. */
const ArrayInput = memo(function ArrayInput({ name, role, value, id }: Props) {
  const tensor = useTensor(value)
  const highlighted = useGradual((state) => state.highlight === id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset around fields could not lie in a row's grid
    <div
      role="group"
      className="array-input"
      aria-label={`${name}, ${shapeLabel(tensor.shape)}`}
      data-highlight={(id >= 0 && highlighted) || undefined}
      onPointerEnter={() => change({ highlight: id })}
      onPointerLeave={() => change({ highlight: null })}
    >
      <p className="array-input-head">
        <span title={name}>{displayName(name)}</span>
        <small>
          {shapeLabel(tensor.shape)}
          {role && ` ${role}`}
        </small>
      </p>
      {tensor.entries.length <= MOST_FIELDS ? (
        <Entries name={name} value={value} tensor={tensor} />
      ) : (
        <data className="heat" data-role="primal" value={writtenOut(value, tensor)}>
          <HeatMap tensor={tensor} most={48} tile={0.6} longest={{ width: 16, height: 6 }} />
          <ShowNumbers name={name} tensor={tensor} kind="primal">
            Show numbers
          </ShowNumbers>
        </data>
      )}
    </div>
  )
})

export default ArrayInput

/** A field for each entry; the one at hand has the slider. */
function Entries({ name, value, tensor }: { readonly name: string; readonly value: Value; readonly tensor: Tensor }) {
  const { shape, entries } = tensor
  const [chosen, choose] = useState(0)
  const at = Math.min(chosen, entries.length - 1)
  const label = (entry: number) => entryName(name, shape, entry)
  const { limit, move, onArrow } = useRange(entries[at], (to) =>
    give(name, withEntry(waitingFor(name) ?? value, at, to)),
  )
  return (
    <>
      <div
        className="array-input-fields"
        style={shape.length > 1 ? { gridTemplateColumns: `repeat(${shape.at(-1)}, minmax(4.1em, 1fr))` } : undefined}
      >
        {Array.from(entries, (entry, i) => (
          <data key={label(i)} value={exact(entry)} data-chosen={i === at || undefined}>
            <NumberField name={label(i)} value={entry} onValue={move} onArrow={onArrow} onFocus={() => choose(i)} />
          </data>
        ))}
      </div>
      <div className="array-input-slider">
        <span aria-hidden>{label(at)}</span>
        <Slider name={label(at)} value={entries[at]} limit={limit} onMove={move} onArrow={onArrow} />
      </div>
    </>
  )
}
