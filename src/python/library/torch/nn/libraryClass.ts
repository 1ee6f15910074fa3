import type { Running } from '../../../run/running.ts'
import { Callable, Class, type Instance, type PyValue } from '../../../values/values.ts'
import { LibraryCall } from '../../call.ts'
import { bind, type Signature, signature } from '../../signature.ts'

/** A method of a class of a library: what it is given besides the object, and what it does. */
export interface LibraryMethod {
  readonly signature: Signature
  readonly does: (call: LibraryCall, self: Instance) => PyValue
}

export const method = (parameters: string, does: LibraryMethod['does']): LibraryMethod => ({
  signature: signature(parameters),
  does,
})

/** A class of PyTorch, with its methods by name. */
export function libraryClass(
  running: Running,
  name: string,
  bases: readonly Class[],
  methods: Readonly<Record<string, LibraryMethod>>,
): Class {
  const members = Object.entries(methods).map(([key, one]): [string, PyValue] => {
    const callee = key === '__init__' ? name : key === 'forward' ? name : `${name}.${key}`
    return [
      key,
      new Callable(callee, ({ positional: [self, ...positional], keywords, at }) => {
        const bound = bind(callee, one.signature, { positional, keywords, at })
        return one.does(new LibraryCall(running, 'torch', callee, bound, at), self as Instance)
      }),
    ]
  })
  return new Class(name, bases, new Map(members))
}

/** A member of the class, or of the first base that has it. */
export function memberOf(of: Class, name: string): PyValue | undefined {
  const own = of.members.get(name)
  if (own) return own
  for (const base of of.bases) {
    const inherited = memberOf(base, name)
    if (inherited) return inherited
  }
  return undefined
}

export const isA = (of: Class, base: Class): boolean => of === base || of.bases.some((each) => isA(each, base))
