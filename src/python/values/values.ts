import type { Span } from '../../language/syntax.ts'
import type { PyNumber } from './numbered.ts'

/** What a name in a running Python program stands for. */
export type PyValue =
  | PyNumber
  | Text
  | Nothing
  | List
  | Tuple
  | Dictionary
  | Slice
  | Dots
  | Callable
  | Class
  | Instance
  | Namespace
  | Kind
  | Property
  | StaticMethod
  | Parent

/** `'text'`, and what `f'…'` and `str(…)` give: their letters matter only where they are compared or name a keyword’s choice. */
export class Text {
  readonly text: string
  /** False where the letters are not those that Python would write: they are only printed. */
  readonly isKnown: boolean
  constructor(text: string, isKnown = true) {
    this.text = text
    this.isKnown = isKnown
  }
}

/** `None` */
export class Nothing {}
export const NONE = new Nothing()

/** `[a, b]`, and what else has items by number and may change: it is one object for all its names. */
export class List {
  items: PyValue[]
  constructor(items: PyValue[]) {
    this.items = items
  }
}

/** `set()`: in the order in which its members came, which Python does not promise. */
export class Collection extends List {}

/** `(a, b)`, a `range`, and what a call gives back that gives several values. */
export class Tuple {
  readonly items: readonly PyValue[]
  constructor(items: readonly PyValue[]) {
    this.items = items
  }
}

/** Several results of one call, with the names that its library gives to them: `torch.max(x, 1).values`. */
export class NamedTuple extends Tuple {
  readonly names: readonly string[]
  constructor(items: readonly PyValue[], names: readonly string[]) {
    super(items)
    this.names = names
  }
}

/** `{'w': w}`; keys are texts and whole numbers. */
export class Dictionary {
  readonly items = new Map<string | number, PyValue>()
}

/** `1:`, `::2` inside a subscript. */
export class Slice {
  readonly start: number | null
  readonly stop: number | null
  readonly step: number | null
  constructor(start: number | null, stop: number | null, step: number | null) {
    this.start = start
    this.stop = stop
    this.step = step
  }
}

/** `...` */
export class Dots {}
export const DOTS = new Dots()

/** What a call is given. Spans are those of the arguments in the text, for messages. */
export interface Arguments {
  readonly positional: readonly PyValue[]
  readonly keywords: ReadonlyMap<string, PyValue>
  /** The whole call. */
  readonly at: Span
}

/** A function, of the program or of a library: what can be called. */
export class Callable {
  /** As messages name it: `np.max`, `act`. */
  readonly name: string
  readonly call: (given: Arguments) => PyValue
  /** Of a function of the program: what it calls what it is given. */
  parameters?: readonly string[]
  /** What blocks and outputs call it, where that is another name: of a `lambda` the one that it was first given to. */
  shown?: string
  /** Attributes that a program reads of it, such as `np.linalg.norm.__name__`: none. */
  constructor(name: string, call: (given: Arguments) => PyValue) {
    this.name = name
    this.call = call
  }
}

/** A class that the program writes, or one of a library (`nn.Linear`). */
export class Class {
  readonly name: string
  readonly bases: readonly Class[]
  readonly members: Map<string, PyValue>
  constructor(name: string, bases: readonly Class[], members: Map<string, PyValue>) {
    this.name = name
    this.bases = bases
    this.members = members
  }
}

/** An object of a class, with what was assigned to it. */
export class Instance {
  readonly class: Class
  readonly members = new Map<string, PyValue>()
  constructor(of: Class) {
    this.class = of
  }
}

/** A library or a part of it: `np`, `torch.nn.functional`. What is not in `members` is refused by its full name. */
export class Namespace {
  readonly name: string
  readonly members: ReadonlyMap<string, PyValue>
  constructor(name: string, members: ReadonlyMap<string, PyValue>) {
    this.name = name
    this.members = members
  }
}

/** A type that is only named: `np.float64`, `torch.long`, `float` as a dtype. */
export class Kind {
  readonly name: string
  readonly dtype: 'bool' | 'int' | 'float'
  constructor(name: string, dtype: 'bool' | 'int' | 'float') {
    this.name = name
    this.dtype = dtype
  }
}

/** A member of a class that is computed where it is read: what `@property` makes. */
export class Property {
  readonly getter: PyValue
  constructor(getter: PyValue) {
    this.getter = getter
  }
}

/** A member of a class that is called without the object (`@staticmethod`), or with the class in its place (`@classmethod`). */
export class StaticMethod {
  readonly callee: PyValue
  readonly takesClass: boolean
  constructor(callee: PyValue, takesClass: boolean) {
    this.callee = callee
    this.takesClass = takesClass
  }
}

/** `super()`: the members of an object that its class has from the classes behind `of`. */
export class Parent {
  readonly instance: Instance
  readonly of: Class
  constructor(instance: Instance, of: Class) {
    this.instance = instance
    this.of = of
  }
}
