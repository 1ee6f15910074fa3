import { edit } from './document.ts'
import { given } from './given.ts'
import { isProgramLocked } from './locked.ts'
import { now } from './store.ts'

/** Writes the values that training has found into the text, as far as it has literals for them. */
export function keepPoint(names: readonly string[]): void {
  const { compilation, point } = now()
  const found = compilation.inputs.filter(
    ({ name, literal }) => literal && names.includes(name) && Object.hasOwn(point, name),
  )
  if (compilation.outOfDate || found.length === 0 || isProgramLocked()) return
  edit(
    ...given(
      now(),
      found.map((input) => [input, point[input.name]]),
    ),
  )
}
