import type { Change, Input, Value } from '../core.ts'
import { applyChanges, lineForInput } from '../language/edits.ts'
import { pythonChange } from './pythonChange.ts'
import type { State } from './store.ts'
import { written } from './written.ts'

/**
 * The program with other values of its inputs: their literals change, or lines of theirs are written. What a text in Python
 * has no literal for holds beside it, in the point.
 */
export function given(
  { source, point, compilation: { inputs, language } }: Pick<State, 'source' | 'point' | 'compilation'>,
  values: readonly (readonly [Input, Value])[],
): [source: string, point: State['point']] {
  const beside: Record<string, Value> = {}
  const changeOf = (input: Input, value: Value): Change | null => {
    const { name, literal } = input
    if (language === 'python') return pythonChange(source, input, value)
    const insert = written(value)
    return literal ? { ...literal, insert } : lineForInput(source, inputs, `${name} = ${insert}`)
  }
  const changes = values.flatMap(([input, value]) => {
    const change = changeOf(input, value)
    if (!change) beside[input.name] = value
    return change ?? []
  })
  return [applyChanges(source, changes), language === 'python' ? { ...without(point, values), ...beside } : beside]
}

/** What the text says is no longer held beside it. */
const without = (point: State['point'], values: readonly (readonly [Input, Value])[]): State['point'] =>
  Object.fromEntries(Object.entries(point).filter(([name]) => values.every(([input]) => input.name !== name)))
