import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { Refusal } from '../values/refusal.ts'
import {
  type Arguments,
  Callable,
  Collection,
  Dictionary,
  List,
  NONE,
  type PyValue,
  Text,
  Tuple,
} from '../values/values.ts'
import type { Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { areEqual, checkLength, keyOf } from './operators.ts'
import { sortedBy } from './ordering.ts'
import { keyValue, placeOf, wholeNumber } from './sequences.ts'

/** What a method does: with the object, what it is given, and where. Of arguments it takes `least` to `most`. */
interface Method<Self> {
  readonly least: number
  readonly most: number
  readonly keywords?: readonly string[]
  readonly run: (context: {
    run: Interpreting
    self: Self
    given: Arguments
    args: readonly PyValue[]
    at: Span
  }) => PyValue
}

type Methods<Self> = Readonly<Record<string, Method<Self>>>

const OF_LISTS: Methods<List> = {
  append: {
    least: 1,
    most: 1,
    run: ({ self, args }) => {
      self.items.push(args[0])
      return NONE
    },
  },
  extend: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) => {
      extend(run, self, args[0], at)
      return NONE
    },
  },
  insert: {
    least: 2,
    most: 2,
    run: ({ self, args, at }) => {
      const place = wholeNumber(args[0], at)
      self.items.splice(place < 0 ? Math.max(0, place + self.items.length) : place, 0, args[1])
      return NONE
    },
  },
  pop: {
    least: 0,
    most: 1,
    run: ({ self, args, at }) => {
      if (self.items.length === 0) throw new Refusal('The list is empty: there is nothing to `pop`.', at)
      const place = args[0] ? placeOf(args[0], self.items.length, at) : self.items.length - 1
      return self.items.splice(place, 1)[0]
    },
  },
  remove: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) => {
      const place = self.items.findIndex((item) => item === args[0] || areEqual(run, item, args[0], at))
      if (place < 0) throw new Refusal('The list does not contain what is to be removed.', at)
      self.items.splice(place, 1)
      return NONE
    },
  },
  reverse: {
    least: 0,
    most: 0,
    run: ({ self }) => {
      self.items.reverse()
      return NONE
    },
  },
  sort: {
    least: 0,
    most: 0,
    keywords: ['key', 'reverse'],
    run: ({ run, self, given, at }) => {
      self.items = sortedBy(run, self.items, given, at)
      return NONE
    },
  },
  clear: {
    least: 0,
    most: 0,
    run: ({ self }) => {
      self.items = []
      return NONE
    },
  },
}

/** Puts the items of a value behind those of a list, itself included. */
export function extend(run: Interpreting, list: List, by: PyValue, at: Span): void {
  const items = run.items(by, at)
  checkLength(list.items.length + items.length, at)
  list.items = list.items.concat(items)
}

const OF_SEQUENCES: Methods<List | Tuple> = {
  index: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) => {
      const place = self.items.findIndex((item) => item === args[0] || areEqual(run, item, args[0], at))
      if (place < 0) throw new Refusal('It does not contain what is looked for.', at)
      return run.number(place, 'int', at)
    },
  },
  count: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) =>
      run.number(self.items.filter((item) => item === args[0] || areEqual(run, item, args[0], at)).length, 'int', at),
  },
  copy: { least: 0, most: 0, run: ({ self }) => new List([...self.items]) },
}

const OF_SETS: Methods<Collection> = {
  add: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) => {
      addTo(run, self, args[0], at)
      return NONE
    },
  },
}

export function addTo(run: Interpreting, set: Collection, member: PyValue, at: Span): void {
  if (!set.items.some((item) => item === member || areEqual(run, item, member, at))) set.items.push(member)
}

const OF_DICTIONARIES: Methods<Dictionary> = {
  keys: { least: 0, most: 0, run: ({ run, self, at }) => new List([...run.items(self, at)]) },
  values: { least: 0, most: 0, run: ({ self }) => new List([...self.items.values()]) },
  items: {
    least: 0,
    most: 0,
    run: ({ run, self, at }) =>
      new List([...self.items].map(([key, value]) => new Tuple([keyValue(run, key, at), value]))),
  },
  get: {
    least: 1,
    most: 2,
    run: ({ self, args, at }) => self.items.get(keyOf(args[0], at)) ?? args[1] ?? NONE,
  },
  pop: {
    least: 1,
    most: 2,
    run: ({ self, args, at }) => {
      const key = keyOf(args[0], at)
      const found = self.items.get(key) ?? args[1]
      if (found === undefined) throw new Refusal(`The dictionary has no key ${quote(String(key))}.`, at)
      self.items.delete(key)
      return found
    },
  },
  setdefault: {
    least: 1,
    most: 2,
    run: ({ self, args, at }) => {
      const key = keyOf(args[0], at)
      const found = self.items.get(key) ?? args[1] ?? NONE
      self.items.set(key, found)
      return found
    },
  },
  update: {
    least: 1,
    most: 1,
    run: ({ self, args, at }) => {
      if (!(args[0] instanceof Dictionary)) throw new Refusal('`update` takes a dictionary here.', at)
      for (const [key, value] of args[0].items) self.items.set(key, value)
      return NONE
    },
  },
  copy: {
    least: 0,
    most: 0,
    run: ({ self }) => {
      const copy = new Dictionary()
      for (const [key, value] of self.items) copy.items.set(key, value)
      return copy
    },
  },
}

/** Texts are printed and compared: of most methods only that they give a text matters. */
const OF_TEXTS: Methods<Text> = {
  format: { least: 0, most: 99, run: ({ self }) => new Text(self.text, false) },
  join: { least: 1, most: 1, run: ({ self }) => new Text(self.text, false) },
  ljust: { least: 1, most: 2, run: ({ self }) => new Text(self.text, false) },
  rjust: { least: 1, most: 2, run: ({ self }) => new Text(self.text, false) },
  center: { least: 1, most: 2, run: ({ self }) => new Text(self.text, false) },
  lower: { least: 0, most: 0, run: ({ self }) => new Text(self.text.toLowerCase(), self.isKnown) },
  upper: { least: 0, most: 0, run: ({ self }) => new Text(self.text.toUpperCase(), self.isKnown) },
  startswith: {
    least: 1,
    most: 1,
    run: ({ run, self, args, at }) => {
      const [start] = args
      if (!(start instanceof Text) || !start.isKnown || !self.isKnown)
        throw new Refusal('`startswith` is read of texts that are written out.', at)
      return run.number(self.text.startsWith(start.text) ? 1 : 0, 'bool', at)
    },
  },
}

/** A method of a list, tuple, set, dictionary or text. */
export function methodOfValue(
  run: Interpreting,
  self: List | Tuple | Dictionary | Text,
  name: string,
  at: Span,
): PyValue {
  const method = tablesOf(self)
    .filter((table) => Object.hasOwn(table, name))
    .map((table) => table[name])[0] as Method<typeof self> | undefined
  if (!method) throw new Refusal(`${quote(name)} of ${kindOf(self)} is not read here.`, at)
  return new Callable(name, (given) => {
    const args = given.positional
    const unknown = [...given.keywords.keys()].find((keyword) => !method.keywords?.includes(keyword))
    if (unknown && self instanceof Text === false)
      throw new Refusal(`${name} has no parameter ${quote(unknown)} here.`, given.at)
    if (args.length < method.least || args.length > method.most)
      throw new Refusal(`${name} takes another number of arguments than ${args.length}.`, given.at)
    return method.run({ run, self, given, args, at: given.at })
  })
}

function tablesOf(self: List | Tuple | Dictionary | Text): readonly Methods<never>[] {
  if (self instanceof Collection) return [OF_SETS]
  if (self instanceof List) return [OF_LISTS, OF_SEQUENCES]
  if (self instanceof Tuple) return [OF_SEQUENCES]
  return self instanceof Dictionary ? [OF_DICTIONARIES] : [OF_TEXTS]
}
