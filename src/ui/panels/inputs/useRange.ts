import { type KeyboardEvent, useRef } from 'react'
import { clean, firstLimit, grownLimit, type Limit, sliderStep } from './range.ts'

interface Range {
  readonly limit: Limit
  readonly move: (to: number) => void
  /** An arrow key moves by a step, with Shift by ten. */
  readonly onArrow: (event: KeyboardEvent) => void
}

const DIRECTION: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }

/** The range holds still, or grows, under the row's own moves; a value that comes from elsewhere gets a range anew. */
export function useRange(value: number, give: (to: number) => void): Range {
  const kept = useRef(firstLimit(value))
  const moved = useRef(value)
  kept.current = Object.is(moved.current, value) ? grownLimit(kept.current, value) : firstLimit(value)
  const limit = kept.current
  const move = (to: number) => {
    moved.current = to
    give(to)
  }
  const onArrow = (event: KeyboardEvent) => {
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    const inField = (event.target as HTMLInputElement).type === 'number'
    const direction = DIRECTION[event.key]
    if (!direction || (sideways && inField)) return
    event.preventDefault()
    move(clean(value + direction * sliderStep(limit) * (event.shiftKey ? 10 : 1)) + 0)
  }
  return { limit, move, onArrow }
}
