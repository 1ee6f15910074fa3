import type { Value } from '../../../core.ts'
import { setInput } from '../../../state/document.ts'
import { now, useGradual } from '../../../state/store.ts'

/** Values that wait while a long program compiles, the latest for each input. */
const waiting = new Map<string, Value>()

/** The value that the input is about to get; undefined where none waits. */
export const waitingFor = (name: string): Value | undefined => waiting.get(name)

/** Gives the input its value: at once, or when the compilation under way is done. */
export function give(name: string, value: Value): void {
  const { compilation, source } = now()
  if (compilation.source === source) setInput(name, value)
  else waiting.set(name, value)
}

useGradual.subscribe(({ compilation, source }) => {
  if (waiting.size === 0 || compilation.source !== source) return
  const [name, value] = waiting.entries().next().value as [string, Value]
  waiting.delete(name)
  // Not inside the change that brought the compilation, so that it is complete when the next one starts.
  queueMicrotask(() => give(name, value))
})
