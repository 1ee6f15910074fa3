import type { Diagnostic } from '../../language/diagnostic.ts'
import type { Span } from '../../language/syntax.ts'
import { grouped, quote } from '../../language/words.ts'
import { scalarTensor } from '../../primitives/value.ts'
import type { FunctionText, PyExpression, PyStatement } from '../parse/pySyntax.ts'
import { RunTrace } from '../trace/trace.ts'
import { PyNumber } from '../values/numbered.ts'
import { ELSEWHERE, Refusal } from '../values/refusal.ts'
import {
  type Arguments,
  Callable,
  Class,
  Dictionary,
  Instance,
  Kind,
  List,
  NamedTuple,
  Namespace,
  NONE,
  Parent,
  type PyValue,
  Text,
  Tuple,
} from '../values/values.ts'
import { unimported } from './aliases.ts'
import { sequenceBuiltins } from './builtins.ts'
import { BoundMethod, instantiate, methodOf, objectAttribute } from './classes.ts'
import { evaluated } from './evaluate.ts'
import { runFunction, UserFunction } from './functions.ts'
import { isLiteral } from './given.ts'
import { givenTo } from './giving.ts'
import { type Modules, memberOfModule } from './imports.ts'
import type { Flow, Interpreting, LibraryFace } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { MAX_CALLS, MAX_STEPS } from './limits.ts'
import { methodOfValue } from './methods.ts'
import type { RunningMode } from './mode.ts'
import { Remarks } from './remarks.ts'
import type { AskedOutput } from './running.ts'
import { PyScope } from './scope.ts'
import { itemsOf } from './sequences.ts'
import { executed } from './statements.ts'
import { assigned } from './targets.ts'

/** The last round of a loop is over, and with it the run: what stands behind is not read. */
export class Ended extends Error {}

/** A function that runs: its loops are its own. */
interface Frame {
  readonly method: { readonly owner: Class | null; readonly self: PyValue | undefined } | null
  readonly loops: { ending: boolean }[]
}

/** A value that the text shows: an expression as a statement, or what `print` is given. */
export interface ShownValue {
  readonly value: PyNumber
  readonly at: Span
}

/** Runs a Python program on its tree, and traces what it computes. */
export class Interpreter implements Interpreting {
  readonly trace: RunTrace
  readonly library: LibraryFace
  readonly modules: Modules
  readonly mode: RunningMode
  readonly top = new PyScope('module', null)
  readonly asked: AskedOutput[] = []
  readonly stated: ShownValue[] = []
  readonly printed: ShownValue[] = []
  readonly remarks = new Remarks()
  /** By name at the top: where it is bound last. */
  readonly boundAt = new Map<string, Span>()
  position: Span = { from: 0, to: 0 }
  readonly #builtins: ReadonlyMap<string, PyValue>
  readonly #names = new WeakMap<PyNumber | Instance, string>()
  readonly #literals = new WeakMap<PyValue, Span>()
  #frames: Frame[] = [{ method: null, loops: [] }]
  #steps = 0
  /** What is assigned to a name now. */
  #naming: { readonly expression: PyExpression; readonly name: PyExpression & { kind: 'name' } } | null = null

  constructor(library: LibraryFace, mode: RunningMode) {
    this.library = library
    this.mode = mode
    this.trace = new RunTrace(mode.chosen)
    this.modules = library.modules(this)
    this.#builtins = new Map([...library.builtins(this), ...sequenceBuiltins(this)])
    this.top.names.set('__name__', new Text('__main__'))
  }

  get method(): Frame['method'] {
    return this.#frame.method
  }

  get isInLoop(): boolean {
    return this.#frame.loops.length > 0
  }

  get #frame(): Frame {
    return this.#frames[this.#frames.length - 1]
  }

  get #isAtTop(): boolean {
    return this.#frames.length === 1
  }

  execute(body: readonly PyStatement[], scope: PyScope): Flow {
    return executed(this, body, scope)
  }

  evaluate(expression: PyExpression, scope: PyScope): PyValue {
    if (expression.kind === 'name' && scope.find(expression.name) === undefined) {
      const builtin = this.#builtins.get(expression.name) ?? unimported(this.modules, expression.name)
      if (builtin !== undefined) return builtin
    }
    const value = evaluated(this, expression, scope)
    if (isLiteral(expression)) this.#literals.set(value, { from: expression.from, to: expression.to })
    return value
  }

  assign(target: PyExpression, value: PyValue, scope: PyScope): void {
    assigned(this, target, value, scope)
  }

  valueFor(target: PyExpression, expression: PyExpression, scope: PyScope): PyValue {
    this.#naming = target.kind === 'name' ? { expression, name: target } : null
    const value = this.evaluate(expression, scope)
    const isGiven = scope === this.top && this.#isAtTop && !this.isInLoop
    if (!isGiven) return value
    const { items } = target as { items?: readonly PyExpression[] }
    if (items && expression.kind === 'tuple' && (value instanceof Tuple || value instanceof List))
      return new Tuple(
        value.items.map((item, k) => {
          const name = items[k]
          return name?.kind === 'name' ? givenTo(this.#giving, name, item, expression.items[k]) : item
        }),
      )
    return target.kind === 'name' ? givenTo(this.#giving, target, value, expression) : value
  }

  get #giving() {
    return { trace: this.trace, ...this.mode }
  }

  bound(name: string, value: PyValue, scope: PyScope, at: Span): void {
    if (scope.kind === 'comprehension') return
    if (value instanceof PyNumber) this.trace.name(value, name, at)
    if (value instanceof PyNumber || value instanceof Instance) this.#names.set(value, name)
    if (value instanceof UserFunction && value.shown === 'lambda') value.shown = name
    this.#nameLeaves(name, value, at)
    if (scope === this.top) {
      this.boundAt.delete(name)
      this.boundAt.set(name, { from: at.from, to: at.to })
    }
  }

  /** Leaves in a list or dictionary (`params = [torch.tensor(…, requires_grad=True)]`) are called by their place in it. */
  #nameLeaves(name: string, value: PyValue, at: Span): void {
    const isLeaf = (item: PyValue): item is PyNumber =>
      item instanceof PyNumber && item.origin.kind === 'given' && item.origin.input.name === null
    if (value instanceof List || value instanceof Tuple)
      for (const [k, item] of value.items.entries()) if (isLeaf(item)) this.trace.name(item, `${name}[${k}]`, at)
    if (value instanceof Dictionary)
      for (const [key, item] of value.items)
        if (isLeaf(item)) this.trace.name(item, `${name}[${typeof key === 'number' ? key : `'${key}'`}]`, at)
  }

  define(text: FunctionText, scope: PyScope): PyValue {
    const defaults = new Map<string, PyValue>()
    for (const { name, initial } of text.parameters) if (initial) defaults.set(name, this.evaluate(initial, scope))
    const made: UserFunction = new UserFunction(text, scope, defaults, (given) => this.call(made, given))
    return made
  }

  call(callee: PyValue, given: Arguments, as?: string): PyValue {
    if (callee instanceof UserFunction) return this.#run(callee, given, as)
    if (callee instanceof BoundMethod)
      return this.call(callee.method, { ...given, positional: [callee.self, ...given.positional] }, as)
    if (callee instanceof Callable) return callee.call(given)
    if (callee instanceof Class) return instantiate(this, callee, given)
    if (callee instanceof Kind) return this.library.callKind(this, callee, given)
    if (callee instanceof Instance) {
      const method = methodOf(this, callee, '__call__') ?? methodOf(this, callee, 'forward')
      if (method) return this.call(method, given, as)
    }
    if (callee instanceof Namespace)
      throw new Refusal(`${quote(callee.name)} is not known here. ${ELSEWHERE}`, given.at)
    throw new Refusal(`This is called, and it is ${kindOf(callee)}.`, given.at)
  }

  #run(callee: UserFunction, given: Arguments, as: string | undefined): PyValue {
    if (this.#frames.length > MAX_CALLS)
      throw new Refusal(
        `Calls stand in each other more than ${MAX_CALLS} deep here; it is run so far at most.`,
        given.at,
      )
    this.step(given.at)
    this.#frames.push({ method: { owner: callee.owner, self: given.positional[0] }, loops: [] })
    try {
      return runFunction(this, callee, given, as)
    } finally {
      this.#frames.pop()
    }
  }

  callFrom(expression: PyExpression & { kind: 'call' }, callee: PyValue, given: Arguments, scope: PyScope): PyValue {
    const isOwn = callee instanceof UserFunction || callee instanceof Class
    const isDirect = scope === this.top && this.#isAtTop && !this.isInLoop
    if (isDirect && isOwn && this.mode.givesArguments)
      return this.call(callee, this.#givenArguments(expression, callee, given))
    if (callee === this.#builtins.get('print') && this.#isAtTop)
      for (const [k, value] of given.positional.entries())
        if (value instanceof PyNumber) this.printed.push({ value, at: expression.given[k]?.value ?? expression })
    return this.call(callee, given)
  }

  /** Numbers that the call writes become inputs named like the parameters; the one that makes an object, like the object. */
  #givenArguments(expression: PyExpression & { kind: 'call' }, callee: PyValue, given: Arguments): Arguments {
    const texts = expression.given
    if (texts.some(({ kind }) => kind === 'rest' || kind === 'others')) return given
    const method = callee instanceof Class ? callee.members.get('__init__') : callee
    const parameters =
      method instanceof UserFunction ? method.text.parameters.slice(callee instanceof Class ? 1 : 0) : []
    const object = callee instanceof Class && texts.length === 1 && this.#naming?.expression === expression
    const give = (value: PyValue, text: PyExpression, name: string) =>
      givenTo(
        this.#giving,
        object && this.#naming ? this.#naming.name : { name, from: text.from, to: text.to },
        value,
        text,
      )
    const positional = given.positional.map((value, k) => {
      const text = texts.filter(({ kind }) => kind === 'place')[k]
      return text && parameters[k] ? give(value, text.value, parameters[k].name) : value
    })
    const keywords = new Map(
      [...given.keywords].map(([name, value]) => {
        const text = texts.find((one) => one.kind === 'keyword' && one.name === name)
        return [name, text ? give(value, text.value, name) : value]
      }),
    )
    return { positional, keywords, at: given.at }
  }

  shown(expression: PyExpression, value: PyValue, scope: PyScope): void {
    if (scope === this.top && this.#isAtTop && value instanceof PyNumber) this.stated.push({ value, at: expression })
  }

  attribute(target: PyValue, name: string, at: Span): PyValue {
    if (target instanceof PyNumber) return this.library.attribute(this, target, name, at)
    if (target instanceof Namespace) return memberOfModule(target, name, at)
    if (target instanceof Instance || target instanceof Class || target instanceof Parent)
      return objectAttribute(this, target, name, at)
    if (target instanceof NamedTuple && target.names.includes(name)) return target.items[target.names.indexOf(name)]
    if (target instanceof List || target instanceof Tuple || target instanceof Dictionary || target instanceof Text)
      return methodOfValue(this, target, name, at)
    if (target instanceof Callable && name === '__name__') return new Text(target.name)
    throw new Refusal(`${quote(name)} of ${kindOf(target)} is not read here.`, at)
  }

  items(value: PyValue, at: Span): readonly PyValue[] {
    return itemsOf(this, value, at)
  }

  truth(value: PyValue, at: Span): boolean {
    if (value instanceof PyNumber) {
      const holds = this.library.isTrue(this, value, at)
      if (this.trace.isTraced(value)) this.decided(value, holds, at)
      return holds
    }
    if (value instanceof Text) return !value.isKnown || value.text.length > 0
    if (value instanceof List || value instanceof Tuple) return value.items.length > 0
    if (value instanceof Dictionary) return value.items.size > 0
    if (value instanceof Instance) {
      const method = methodOf(this, value, '__bool__') ?? methodOf(this, value, '__len__')
      if (method) return this.truth(this.call(method, { positional: [], keywords: new Map(), at }), at)
    }
    return value !== NONE
  }

  decided(value: PyNumber, holds: boolean, at: Span): void {
    this.remarks.decided(this.trace.read(value, at), holds, at)
  }

  ask(asked: AskedOutput): void {
    if (!this.asked.some(({ value }) => value === asked.value)) this.asked.push(asked)
  }

  nameOf(value: PyNumber | Instance): string | null {
    return this.#names.get(value) ?? null
  }

  literalOf(value: PyValue): Span | null {
    return this.#literals.get(value) ?? null
  }

  remark(message: string, at: Span): void {
    this.remarks.say(message, at)
  }

  endLoop(message: string, at: Span): void {
    const loop = this.#frames.flatMap(({ loops }) => loops).at(-1)
    if (!loop || loop.ending) return
    loop.ending = true
    this.remarks.say(message, at)
  }

  rounds(name: string, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over' {
    const loop = { ending: false }
    this.#frame.loops.push(loop)
    this.trace.open(name, at, 'loop')
    try {
      for (let count = 0; ; count++) {
        const flow = this.#round(count, at, round)
        if (loop.ending) throw new Ended()
        if (flow !== 'end' && flow !== 'continue') return flow
      }
    } finally {
      this.trace.close()
      this.#frame.loops.pop()
    }
  }

  #round(count: number, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over' {
    this.step(at)
    this.trace.open(`round ${count + 1}`, at, 'round')
    try {
      return round(count)
    } finally {
      this.trace.close()
    }
  }

  step(at: Span): void {
    this.position = { from: at.from, to: at.to }
    if (++this.#steps > MAX_STEPS)
      throw new Refusal(`The program takes more than ${grouped(MAX_STEPS)} steps; it is run so far at most.`, at)
  }

  number(value: number, dtype: 'bool' | 'int' | 'float', at: Span): PyNumber {
    return new PyNumber('python', dtype, scalarTensor(value), { kind: 'constant', at: { from: at.from, to: at.to } })
  }

  get notes(): Diagnostic[] {
    return this.remarks.notes()
  }
}
