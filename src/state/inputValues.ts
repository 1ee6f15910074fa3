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
  if (now().locked.has('inputs')) return
  if (isCompiled(now())) {
    setInput(name, value)
    return
  }
  if (waiting.size === 0) void compiled().then(giveNext)
  waiting.set(name, value)
}

/** One after another, since each makes another text. */
function giveNext(): void {
  const [next] = waiting
  if (isCompiled(now())) waiting.delete(next[0])
  if (waiting.size > 0) void compiled().then(giveNext)
  if (!waiting.has(next[0])) setInput(...next)
}
