import type { Value } from '../core.ts'
import { compiled, isCompiled } from './compiled.ts'
import { setInput } from './document.ts'
import { now } from './store.ts'

/** Values that wait while a long program compiles, the latest for each input. */
const waiting = new Map<string, Value>()

/** The value that the input is about to get; undefined where none waits. */
export const waitingFor = (name: string): Value | undefined => waiting.get(name)

/** Gives the input its value: at once, or when the compilation under way is done. */
export function give(name: string, value: Value): void {
  if (isCompiled(now())) {
    setInput(name, value)
    return
  }
  const isFirst = waiting.size === 0
  waiting.set(name, value)
  if (isFirst) void giveWaiting()
}

/** One after another, since each is another text. */
async function giveWaiting(): Promise<void> {
  while (waiting.size > 0) {
    await compiled()
    const [name, value] = waiting.entries().next().value as [string, Value]
    if (!isCompiled(now())) continue
    waiting.delete(name)
    setInput(name, value)
  }
}
