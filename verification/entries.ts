import { entryName } from '../src/graph/nodes.ts'
import { tensorOf, type Value } from '../src/primitives/value.ts'

/** The entries of a value in row-major order. */
export const entriesOf = (value: Value): readonly number[] =>
  typeof value === 'number' ? [value] : value.flatMap(entriesOf)

/** The value of a scalar. */
export function numberIn(value: Value): number {
  if (typeof value !== 'number') throw new Error(`Not a number: ${JSON.stringify(value)}`)
  return value
}

/** Values by name as their entries by name: `W[0,1]`. */
export const byEntry = (values: Readonly<Record<string, Value>>): [string, number][] =>
  Object.entries(values).flatMap(([name, value]) => {
    const tensor = tensorOf(value)
    if (!tensor) throw new Error(`${name} is ragged`)
    return Array.from(tensor.entries, (number, i): [string, number] => [entryName(name, tensor.shape, i), number])
  })
