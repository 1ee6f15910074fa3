import { quote } from '../../../../language/words.ts'
import type { Running } from '../../../run/running.ts'
import { Refusal } from '../../../values/refusal.ts'
import { Callable, Class, Instance, type PyValue } from '../../../values/values.ts'
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
  const isOne = (self: PyValue | undefined): self is Instance => self instanceof Instance && isA(self.class, made)
  const members = Object.entries(methods).map(([key, one]): [string, PyValue] => {
    const callee = key === '__init__' ? name : key === 'forward' ? name : `${name}.${key}`
    return [
      key,
      new Callable(callee, ({ positional: [self, ...positional], keywords, at }) => {
        if (!isOne(self))
          throw new Refusal(`${quote(key)} is not read here without an object: make ${name}(…) first.`, at)
        const bound = bind(callee, one.signature, { positional, keywords, at })
        return one.does(new LibraryCall(running, 'torch', callee, bound, at), self)
      }),
    ]
  })
  const made = new Class(name, bases, new Map(members))
  return made
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
