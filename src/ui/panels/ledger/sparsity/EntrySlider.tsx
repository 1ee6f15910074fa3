import type { KeyboardEvent } from 'react'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import type { Corner } from './tones.ts'

interface Props {
  readonly at: JacobianEntry
  readonly corner: Corner
  /** The entry, in words. */
  readonly says: string
  /** From where it is, which is later than what is drawn when keys come fast. */
  readonly onMove: (move: (from: JacobianEntry) => JacobianEntry) => void
  readonly onFocus: (isFocused: boolean) => void
}

/** Over the picture: arrow keys walk from entry to entry. */
export function EntrySlider({ at, corner, says, onMove, onFocus }: Props) {
  const { columns } = corner
  const onKeyDown = (event: KeyboardEvent) => {
    const [down, right] = MOVES[event.key] ?? []
    if (down === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onMove((from) => inCorner({ row: from.row + down, column: from.column + right }, corner) ?? from)
  }
  return (
    <input
      type="range"
      aria-label="Entry of the Jacobian"
      aria-valuetext={says}
      min={0}
      max={corner.rows * columns - 1}
      value={at.row * columns + at.column}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
      onKeyDown={onKeyDown}
      onChange={({ target: { valueAsNumber: to } }) =>
        onMove(() => ({ row: Math.floor(to / columns), column: to % columns }))
      }
    />
  )
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The entry, if it is in the corner that is drawn. */
export const inCorner = (entry: JacobianEntry | null, corner: Corner): JacobianEntry | null =>
  entry && entry.row >= 0 && entry.row < corner.rows && entry.column >= 0 && entry.column < corner.columns
    ? entry
    : null
