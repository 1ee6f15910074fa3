import type { KeyboardEvent } from 'react'
import { spokenNumber } from '../../../notation/spokenNumbers.ts'
import { type Limit, snapped } from './range.ts'

interface Props {
  readonly name: string
  readonly value: number
  readonly limit: Limit
  readonly onMove: (to: number) => void
  readonly onArrow: (event: KeyboardEvent) => void
}

export function Slider({ name, value, limit, onMove, onArrow }: Props) {
  return (
    <input
      type="range"
      aria-label={name}
      aria-valuetext={spokenNumber(value)}
      min={-limit}
      max={limit}
      step="any"
      value={Number.isFinite(value) ? value : 0}
      onChange={({ target }) => onMove(snapped(target.valueAsNumber, limit))}
      onKeyDown={onArrow}
    />
  )
}
