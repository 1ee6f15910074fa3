import type { Running } from '../run/running.ts'
import type { Library } from '../values/numbered.ts'
import { type Arguments, Callable, type PyValue } from '../values/values.ts'
import { LibraryCall } from './call.ts'
import { bind, type Signature, signature } from './signature.ts'

/** A function of a library: its names there, what it may be called with, and what it gives. */
export interface LibraryFunction {
  readonly names: readonly string[]
  readonly signature: Signature
  readonly does: (call: LibraryCall) => PyValue
}

/** Several names are told apart by blanks: `'max amax'`. The signature is that of `signature`. */
export const defined = (names: string, parameters: string, does: LibraryFunction['does']): LibraryFunction => ({
  names: names.split(' '),
  signature: signature(parameters),
  does,
})

/** The call of a function by what a program gives to it. */
export const callOf = (
  running: Running,
  library: Library,
  callee: string,
  { signature, does }: LibraryFunction,
  given: Arguments,
): PyValue => does(new LibraryCall(running, library, callee, bind(callee, signature, given), given.at))

/**
 * Members of a namespace, by name; `prefix` is how messages name the library: `np`; Python's own has none. `read` may change
 * what is given before it is bound.
 */
export const callables = (
  running: Running,
  library: Library,
  prefix: string,
  functions: readonly LibraryFunction[],
  read = (given: Arguments, _one: LibraryFunction): Arguments => given,
): Map<string, PyValue> =>
  new Map(
    functions.flatMap((one) =>
      one.names.map((name): [string, PyValue] => {
        const callee = prefix === '' ? name : `${prefix}.${name}`
        return [name, new Callable(callee, (given) => callOf(running, library, callee, one, read(given, one)))]
      }),
    ),
  )
