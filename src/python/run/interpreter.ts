import type { Diagnostic } from '../../language/diagnostic.ts'
import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
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
  Parent,
  type PyValue,
  Text,
  Tuple,
} from '../values/values.ts'
import { Activations } from './activations.ts'
import { unimported } from './aliases.ts'
import { BoundNames } from './boundNames.ts'
import { sequenceBuiltins } from './builtins.ts'
import { BoundMethod, instantiate, methodOf, objectAttribute } from './classes.ts'
import { evaluated } from './evaluate.ts'
import { runFunction, UserFunction } from './functions.ts'
import { isLiteral } from './given.ts'
import { givenArguments } from './givenArguments.ts'
import { givenTo } from './giving.ts'
import { type ImportableModules, memberOfModule } from './imports.ts'
import type { Flow, Interpreting, LibraryFace } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { methodOfValue } from './methods.ts'
import type { RunningMode } from './mode.ts'
import { Remarks } from './remarks.ts'
import type { AskedOutput } from './running.ts'
import { PyScope } from './scope.ts'
import { itemsOf } from './sequences.ts'
import { executed } from './statements.ts'
import { assigned } from './targets.ts'
import { truthOf } from './truth.ts'

/** A value that the text shows: an expression as a statement, or what `print` is given. */
export interface ShownValue {
  readonly value: PyNumber
  readonly at: Span
}

/** Runs a Python program on its tree, and traces what it computes. */
export class Interpreter implements Interpreting {
  readonly trace: RunTrace
  readonly library: LibraryFace
  readonly modules: ImportableModules
  readonly mode: RunningMode
  readonly top = new PyScope('module', null)
  readonly asked: AskedOutput[] = []
  readonly stated: ShownValue[] = []
  readonly printed: ShownValue[] = []
  readonly remarks = new Remarks()
  readonly names: BoundNames
  readonly #builtins: ReadonlyMap<string, PyValue>
  readonly #literals = new WeakMap<PyValue, Span>()
  readonly #activations: Activations
  /** What is assigned to a name now. */
  #naming: { readonly expression: PyExpression; readonly name: PyExpression & { kind: 'name' } } | null = null

  constructor(library: LibraryFace, mode: RunningMode) {
    this.library = library
    this.mode = mode
    this.trace = new RunTrace(mode.chosen)
    this.names = new BoundNames(this.trace)
    this.#activations = new Activations(this.trace)
    this.modules = library.modules(this)
    this.#builtins = new Map([...library.builtins(this), ...sequenceBuiltins(this)])
    this.top.names.set('__name__', new Text('__main__'))
  }

  get method(): Interpreting['method'] {
    return this.#activations.method
  }

  get isInLoop(): boolean {
    return this.#activations.isInLoop
  }

  get position(): Span {
    return this.#activations.position
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
    const isGiven = scope === this.top && this.#activations.isAtTop && !this.isInLoop
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
    this.names.bind(name, value, at, scope === this.top)
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
    const method = { owner: callee.owner, self: given.positional[0] }
    return this.#activations.activate(method, given.at, () => runFunction(this, callee, given, as))
  }

  callFrom(expression: PyExpression & { kind: 'call' }, callee: PyValue, given: Arguments, scope: PyScope): PyValue {
    const isOwn = callee instanceof UserFunction || callee instanceof Class
    const isDirect = scope === this.top && this.#activations.isAtTop && !this.isInLoop
    if (isDirect && isOwn && this.mode.givesArguments)
      return this.call(
        callee,
        givenArguments(this.#giving, expression.given, callee, given, this.#assignedBy(expression)),
      )
    if (callee === this.#builtins.get('print') && this.#activations.isAtTop)
      for (const [k, value] of given.positional.entries())
        if (value instanceof PyNumber) this.printed.push({ value, at: expression.given[k]?.value ?? expression })
    return this.call(callee, given)
  }

  /** The name that gets the value of an expression. */
  #assignedBy(expression: PyExpression): (PyExpression & { kind: 'name' }) | null {
    return this.#naming?.expression === expression ? this.#naming.name : null
  }

  shown(expression: PyExpression, value: PyValue, scope: PyScope): void {
    if (scope === this.top && this.#activations.isAtTop && value instanceof PyNumber)
      this.stated.push({ value, at: expression })
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
    return truthOf(this, value, at)
  }

  decided(value: PyNumber, holds: boolean, at: Span): void {
    this.remarks.decided(this.trace.read(value, at), holds, at)
  }

  ask(asked: AskedOutput): void {
    if (!this.asked.some(({ value }) => value === asked.value)) this.asked.push(asked)
  }

  nameOf(value: PyNumber | Instance): string | null {
    return this.names.nameOf(value)
  }

  literalOf(value: PyValue): Span | null {
    return this.#literals.get(value) ?? null
  }

  remark(message: string, at: Span): void {
    this.remarks.say(message, at)
  }

  endLoop(message: string, at: Span): void {
    if (this.#activations.endLoop()) this.remarks.say(message, at)
  }

  rounds(name: string, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over' {
    return this.#activations.rounds(name, at, round)
  }

  step(at: Span): void {
    this.#activations.step(at)
  }

  number(value: number, dtype: 'bool' | 'int' | 'float', at: Span): PyNumber {
    return new PyNumber('python', dtype, scalarTensor(value), { kind: 'constant', at: { from: at.from, to: at.to } })
  }

  get notes(): Diagnostic[] {
    return this.remarks.notes()
  }
}
