import { type KeyboardEvent, memo, useRef } from 'react'
import { displayName } from '../../notation/names.ts'
import { exact, spokenNumber } from '../../notation/numbers.ts'
import { change, useGradual } from '../../state/store.ts'
import { shortened } from '../graph/shortened.ts'
import { NumberField } from './NumberField.tsx'
import { clean, firstLimit, grownLimit, snapped, stepOf } from './range.ts'
import { give } from './setting.ts'

interface Props {
  readonly name: string
  readonly role: 'data' | 'param' | null
  readonly value: number
  /** Stable id of its node. */
  readonly id: number
}

/** Letters of a name that a row has room for. */
const LONGEST = 20

const DIRECTION: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }

/** The range holds still, or grows, under the row's own moves; a value that comes from elsewhere gets a range anew. */
function useRange(name: string, value: number) {
  const kept = useRef(firstLimit(value))
  const moved = useRef(value)
  kept.current = Object.is(moved.current, value) ? grownLimit(kept.current, value) : firstLimit(value)
  const move = (to: number) => {
    moved.current = to
    give(name, to)
  }
  return { limit: kept.current, move }
}

/** An input's slider and number field. An arrow key moves by a step, with Shift by ten. */
export const InputRow = memo(function InputRow({ name, role, value, id }: Props) {
  const highlighted = useGradual((state) => state.highlight === id)
  const { limit, move } = useRange(name, value)

  const onArrow = (event: KeyboardEvent) => {
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    const inField = (event.target as HTMLInputElement).type === 'number'
    const direction = DIRECTION[event.key]
    if (!direction || (sideways && inField)) return
    event.preventDefault()
    move(clean(value + direction * stepOf(limit) * (event.shiftKey ? 10 : 1)) + 0)
  }

  return (
    <div
      className="input-row"
      data-highlight={highlighted || undefined}
      onPointerEnter={() => change({ highlight: id })}
      onPointerLeave={() => change({ highlight: null })}
    >
      <span className="input-name" title={name} aria-hidden>
        {displayName(shortened(name, LONGEST))}
        {role && <small>{role}</small>}
      </span>
      <input
        type="range"
        aria-label={name}
        aria-valuetext={spokenNumber(value)}
        min={-limit}
        max={limit}
        step="any"
        value={Number.isFinite(value) ? value : 0}
        onChange={({ target }) => move(snapped(target.valueAsNumber, limit))}
        onKeyDown={onArrow}
      />
      <data value={exact(value)}>
        <NumberField name={name} value={value} onValue={move} onArrow={onArrow} />
      </data>
    </div>
  )
})
