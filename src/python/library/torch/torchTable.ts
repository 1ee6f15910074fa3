import type { Running } from '../../run/running.ts'
import type { PyNumber } from '../../values/numbered.ts'
import { type Arguments, Callable, type PyValue } from '../../values/values.ts'
import { callables, callOf, type LibraryFunction } from '../table.ts'

/** NumPy’s spellings, which PyTorch takes as well. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['axis', 'dim'],
  ['keepdims', 'keepdim'],
])

function respelled(given: Arguments, { signature }: LibraryFunction): Arguments {
  const known = new Set(signature.parameters.map(({ name }) => name))
  const keywords = [...given.keywords].map(([keyword, value]): [string, PyValue] => {
    const own = SYNONYMS.get(keyword)
    return [own !== undefined && known.has(own) && !known.has(keyword) ? own : keyword, value]
  })
  return { ...given, keywords: new Map(keywords) }
}

/** Functions of a part of PyTorch by name; `prefix` is how messages name the part: `torch`, `F`. */
export const torchFunctions = (
  running: Running,
  prefix: string,
  functions: readonly LibraryFunction[],
): Map<string, PyValue> => callables(running, 'torch', prefix, functions, respelled)

/** A function as a method: what stands in front of the dot is its first argument. */
export const torchMethod = (running: Running, self: PyNumber, name: string, method: LibraryFunction): Callable =>
  new Callable(`.${name}`, (given) => {
    const positional = [self, ...given.positional]
    return callOf(running, 'torch', `.${name}`, method, respelled({ ...given, positional }, method))
  })
