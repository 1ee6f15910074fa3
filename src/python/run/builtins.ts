import type { Span } from '../../language/syntax.ts'
import { grouped, quote } from '../../language/words.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import {
  type Arguments,
  Callable,
  Class,
  Collection,
  Dictionary,
  Instance,
  Kind,
  List,
  NONE,
  Parent,
  Property,
  type PyValue,
  StaticMethod,
  Text,
  Tuple,
} from '../values/values.ts'
import { lineage, memberOf, methodOf } from './classes.ts'
import type { Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { MAX_RANGE } from './limits.ts'
import { addTo } from './methods.ts'
import { keyOf } from './operators.ts'
import { sortedBy } from './ordering.ts'
import { wholeNumber } from './sequences.ts'
import { textOf } from './texts.ts'

type Builtin = (run: Interpreting, args: readonly PyValue[], given: Arguments, at: Span) => PyValue

/** By name: how many arguments it takes, which keywords, and what it gives. */
const BUILTINS: Readonly<Record<string, readonly [least: number, most: number, keywords: string, run: Builtin]>> = {
  len: [1, 1, '', (run, [value], _, at) => run.number(lengthOf(run, value, at), 'int', at)],
  range: [1, 3, '', range],
  enumerate: [
    1,
    2,
    'start',
    (run, [values, first], given, at) => {
      const start = first ?? given.keywords.get('start')
      const from = start ? wholeNumber(start, at) : 0
      return new List(run.items(values, at).map((item, k) => new Tuple([run.number(from + k, 'int', at), item])))
    },
  ],
  zip: [0, 99, 'strict', zip],
  list: [0, 1, '', (run, [values], _, at) => new List(values ? [...run.items(values, at)] : [])],
  tuple: [0, 1, '', (run, [values], _, at) => new Tuple(values ? run.items(values, at) : [])],
  set: [
    0,
    1,
    '',
    (run, [values], _, at) => {
      const set = new Collection([])
      if (values) for (const item of run.items(values, at)) addTo(run, set, item, at)
      return set
    },
  ],
  dict: [0, 1, '*', dict],
  reversed: [1, 1, '', (run, [values], _, at) => new List([...run.items(values, at)].reverse())],
  sorted: [
    1,
    1,
    'key reverse',
    (run, [values], given, at) => new List(sortedBy(run, run.items(values, at), given, at)),
  ],
  map: [
    2,
    99,
    '',
    (run, [callee, ...lists], _, at) =>
      new List(rows(run, lists, at).map((row) => run.call(callee, { positional: row, keywords: new Map(), at }))),
  ],
  filter: [
    2,
    2,
    '',
    (run, [callee, values], _, at) =>
      new List(
        run.items(values, at).filter((item) => {
          const kept = callee === NONE ? item : run.call(callee, { positional: [item], keywords: new Map(), at })
          return run.truth(kept, at)
        }),
      ),
  ],
  any: [
    1,
    1,
    '',
    (run, [values], _, at) => run.number(run.items(values, at).some((item) => run.truth(item, at)) ? 1 : 0, 'bool', at),
  ],
  all: [
    1,
    1,
    '',
    (run, [values], _, at) =>
      run.number(run.items(values, at).every((item) => run.truth(item, at)) ? 1 : 0, 'bool', at),
  ],
  isinstance: [2, 2, '', (run, [value, of], _, at) => run.number(isInstance(run, value, of, at) ? 1 : 0, 'bool', at)],
  callable: [
    1,
    1,
    '',
    (run, [value], _, at) => run.number(value instanceof Callable || value instanceof Class ? 1 : 0, 'bool', at),
  ],
  type: [
    1,
    1,
    '',
    (_, [value], __, at) => {
      if (value instanceof Instance) return value.class
      throw new Refusal(`\`type\` of ${kindOf(value)} is not read here.`, at)
    },
  ],
  str: [0, 1, '', (_, [value]) => (value ? textOf(value) : new Text(''))],
  repr: [1, 1, '', (_, [value]) => new Text(textOf(value).text, false)],
  format: [1, 2, '', () => new Text('', false)],
  print: [0, 999, 'sep end file flush', () => NONE],
  hasattr: [
    2,
    2,
    '',
    (run, [value, name], _, at) => run.number(attributeOr(run, value, name, at) === null ? 0 : 1, 'bool', at),
  ],
  getattr: [
    2,
    3,
    '',
    (run, [value, name, otherwise], _, at) => {
      const found = attributeOr(run, value, name, at)
      if (found !== null) return found
      if (otherwise) return otherwise
      throw new Refusal(`There is no attribute ${quote(textOfName(name, at))} of ${kindOf(value)}.`, at)
    },
  ],
  setattr: [
    3,
    3,
    '',
    (_, [target, name, value], __, at) => {
      if (!(target instanceof Instance)) throw new Refusal(`Attributes of ${kindOf(target)} are not set here.`, at)
      target.members.set(textOfName(name, at), value)
      return NONE
    },
  ],
  super: [0, 2, '', (run, args, _, at) => superOf(run, args, at)],
  property: [1, 1, '', (_, [getter]) => new Property(getter)],
  staticmethod: [1, 1, '', (_, [callee]) => new StaticMethod(callee, false)],
  classmethod: [1, 1, '', (_, [callee]) => new StaticMethod(callee, true)],
  id: [1, 1, '', (_, __, ___, at) => refuse('`id` is not read here.', at)],
  input: [
    0,
    1,
    '',
    (_, __, ___, at) => refuse('`input()` asks the user, which is not done here. Write the number.', at),
  ],
  open: [1, 99, 'mode encoding', (_, __, ___, at) => refuse('Files are not read here. Write the numbers.', at)],
  next: [1, 2, '', (_, __, ___, at) => refuse('`next` is not read here. Use a `for` loop or an index.', at)],
  iter: [1, 2, '', (_, __, ___, at) => refuse('`iter` is not read here. Use a `for` loop or an index.', at)],
}

function refuse(message: string, at: Span): never {
  throw new Refusal(message, at)
}

/** The functions that are there without an import and are not about numbers. */
export function sequenceBuiltins(run: Interpreting): Map<string, PyValue> {
  return new Map(
    Object.entries(BUILTINS).map(([name, [least, most, keywords, builtin]]) => [
      name,
      new Callable(name, (given) => {
        const allowed = keywords.split(' ')
        const unknown = [...given.keywords.keys()].find((keyword) => keywords !== '*' && !allowed.includes(keyword))
        if (unknown) throw new Refusal(`${name} has no parameter ${quote(unknown)}.`, given.at)
        const { length } = given.positional
        if (length < least || length > most)
          throw new Refusal(`${name} takes another number of arguments than ${length}.`, given.at)
        return builtin(run, given.positional, given, given.at)
      }),
    ]),
  )
}

function lengthOf(run: Interpreting, value: PyValue, at: Span): number {
  if (value instanceof List || value instanceof Tuple) return value.items.length
  if (value instanceof Dictionary) return value.items.size
  if (value instanceof Text && value.isKnown) return [...value.text].length
  if (value instanceof PyNumber && value.value.shape.length > 0) return value.value.shape[0]
  const length = value instanceof Instance ? methodOf(run, value, '__len__') : undefined
  if (length) return wholeNumber(run.call(length, { positional: [], keywords: new Map(), at }), at)
  throw new Refusal(
    `${kindOf(value)} has no length.`.replace(/^./, (letter) => letter.toUpperCase()),
    at,
  )
}

function range(run: Interpreting, args: readonly PyValue[], _: Arguments, at: Span): PyValue {
  const [a, b, c] = args.map((arg) => wholeNumber(arg, at))
  const [start, stop, step] = b === undefined ? [0, a, 1] : [a, b, c ?? 1]
  if (step === 0) refuse('The step of a range cannot be 0.', at)
  const length = Math.max(0, Math.ceil((stop - start) / step))
  if (length > MAX_RANGE) refuse(`A range of more than ${grouped(MAX_RANGE)} is not run here. Make it smaller.`, at)
  return new Tuple(Array.from({ length }, (_, k) => run.number(start + k * step, 'int', at)))
}

function zip(run: Interpreting, lists: readonly PyValue[], given: Arguments, at: Span): PyValue {
  const strict = given.keywords.get('strict')
  const sizes = lists.map((list) => run.items(list, at).length)
  if (strict && run.truth(strict, at) && new Set(sizes).size > 1) refuse('The lists of this zip differ in length.', at)
  return new List(rows(run, lists, at).map((row) => new Tuple(row)))
}

function rows(run: Interpreting, lists: readonly PyValue[], at: Span): PyValue[][] {
  const all = lists.map((list) => run.items(list, at))
  const length = all.length === 0 ? 0 : Math.min(...all.map((items) => items.length))
  return Array.from({ length }, (_, k) => all.map((items) => items[k]))
}

function dict(run: Interpreting, [from]: readonly PyValue[], given: Arguments, at: Span): PyValue {
  const made = new Dictionary()
  if (from instanceof Dictionary) for (const [key, value] of from.items) made.items.set(key, value)
  else if (from)
    for (const pair of run.items(from, at)) {
      const [key, value] = run.items(pair, at)
      if (value === undefined) refuse('`dict` takes pairs of a key and a value.', at)
      made.items.set(keyOf(key, at), value)
    }
  for (const [key, value] of given.keywords) made.items.set(key, value)
  return made
}

/** `isinstance(x, (int, float))`, `isinstance(x, Value)`, `isinstance(x, list)` */
function isInstance(run: Interpreting, value: PyValue, of: PyValue, at: Span): boolean {
  if (of instanceof Tuple) return of.items.some((one) => isInstance(run, value, one, at))
  if (of instanceof Class) return value instanceof Instance && lineage(value.class).includes(of)
  if (of instanceof Kind && ['float', 'int', 'bool'].includes(of.name)) {
    // A float of NumPy is one of Python too; its whole numbers are not.
    if (value instanceof PyNumber && value.library === 'numpy' && value.value.shape.length === 0)
      return value.dtype === 'float' && of.dtype === 'float'
    if (!(value instanceof PyNumber) || value.library !== 'python' || value.value.shape.length > 0) return false
    return value.dtype === of.dtype || (value.dtype === 'bool' && of.dtype === 'int')
  }
  if (of instanceof Callable) {
    if (of.name === 'list') return value instanceof List && !(value instanceof Collection)
    if (of.name === 'tuple') return value instanceof Tuple
    if (of.name === 'dict') return value instanceof Dictionary
    if (of.name === 'str') return value instanceof Text
    if (of.name === 'set') return value instanceof Collection
  }
  throw new Refusal(`Whether something is of the type ${kindOf(of)} is not read here.`, at)
}

const textOfName = (name: PyValue, at: Span): string =>
  name instanceof Text && name.isKnown ? name.text : refuse('The name of an attribute is a text.', at)

function attributeOr(run: Interpreting, value: PyValue, name: PyValue, at: Span): PyValue | null {
  const text = textOfName(name, at)
  if (value instanceof Instance && value.members.get(text) === undefined && memberOf(value.class, text) === undefined)
    return null
  return run.attribute(value, text, at)
}

function superOf(run: Interpreting, args: readonly PyValue[], at: Span): PyValue {
  const [of, self] = args.length === 2 ? args : [run.method?.owner ?? null, run.method?.self]
  if (of instanceof Class && self instanceof Instance) return new Parent(self, of)
  throw new Refusal('`super()` stands in a method of a class.', at)
}
