import { memo } from 'react'
import { shorten } from '../../../language/words.ts'
import { displayName } from '../../../notation/names.ts'
import { exact } from '../../../notation/numbers.ts'
import { give } from '../../../state/inputValues.ts'
import { change, useGradual } from '../../../state/store.ts'
import { NumberField } from '../../kit/number/NumberField.tsx'
import { Slider } from './Slider.tsx'
import { useRange } from './useRange.ts'

interface Props {
  readonly name: string
  readonly role: 'data' | 'param' | null
  readonly value: number
  /** Stable id of its node. */
  readonly id: number
}

/** Letters of a name that a row has room for, and beside its slider. */
const LONGEST_NAME = 20
const BESIDE = 6

/** An input's slider and number field. */
export const InputRow = memo(function InputRow({ name, role, value, id }: Props) {
  const highlighted = useGradual((state) => state.highlight === id)
  const { limit, move, onArrow } = useRange(value, (to) => give(name, to))
  return (
    <div
      className="input-row"
      data-highlight={highlighted || undefined}
      data-long={name.length > BESIDE || undefined}
      onPointerEnter={() => change({ highlight: id })}
      onPointerLeave={() => change({ highlight: null })}
    >
      <span className="input-name" title={name} aria-hidden>
        {displayName(shorten(name, LONGEST_NAME))}
        {role && <small>{role}</small>}
      </span>
      <Slider name={name} value={value} limit={limit} onMove={move} onArrow={onArrow} />
      <data value={exact(value)}>
        <NumberField name={name} value={value} onValue={move} onArrow={onArrow} />
      </data>
    </div>
  )
})
