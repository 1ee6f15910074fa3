import { type RefObject, useRef } from 'react'
import type { Input } from '../../../core.ts'

/**
 * The inputs as the program has them, but in the order from before while pointer or focus is among them: giving a value to an
 * input without a line writes its line, which makes it the first, and a row must not run away from under the pointer.
 */
export function useSteadyOrder(inputs: readonly Input[], place: RefObject<HTMLElement | null>): readonly Input[] {
  const shown = useRef(inputs)
  const busy = place.current?.matches(':hover, :focus-within')
  shown.current = (busy && inOrderOf(inputs, shown.current)) || inputs
  return shown.current
}

/** Inputs in the order of others of the same names; null where the names differ. */
export function inOrderOf(inputs: readonly Input[], like: readonly Input[]): readonly Input[] | null {
  const byName = new Map(inputs.map((input) => [input.name, input]))
  const found = like.flatMap(({ name }) => byName.get(name) ?? [])
  return found.length === inputs.length && like.length === inputs.length ? found : null
}
