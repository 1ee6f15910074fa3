import type { Span } from '../../language/syntax.ts'
import type { FunctionText, PyExpression, PyStatement } from '../parse/pySyntax.ts'
import type { RunTrace } from '../trace/trace.ts'
import type { PyNumber } from '../values/numbered.ts'
import type { Arguments, Class, Kind, PyValue } from '../values/values.ts'
import type { Modules } from './imports.ts'
import type { FixedNames } from './intent.ts'
import type { Running } from './running.ts'
import type { PyScope } from './scope.ts'

/** What numbers and arrays do: the libraries, as the interpreter needs them. */
export interface LibraryFace {
  modules(running: Running): Modules
  builtins(running: Running): ReadonlyMap<string, PyValue>
  callKind(running: Running, kind: Kind, given: Arguments): PyValue
  infix(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): PyValue
  prefix(running: Running, operator: string, operand: PyValue, at: Span): PyValue
  compare(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): PyValue
  augment(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): PyValue
  combined(running: Running, operator: string, left: PyNumber, right: PyValue, at: Span): PyValue
  isTrue(running: Running, value: PyNumber, at: Span): boolean
  subscript(running: Running, target: PyNumber, indices: readonly PyValue[], at: Span): PyValue
  assignEntries(running: Running, target: PyNumber, indices: readonly PyValue[], value: PyValue, at: Span): void
  attribute(running: Running, target: PyNumber, name: string, at: Span): PyValue
  assignAttribute(running: Running, target: PyNumber, name: string, value: PyValue, at: Span): void
}

/** How a body ended: by itself, by `break` or `continue`, or by `return`. */
export type Flow = 'end' | 'break' | 'continue' | { readonly returned: PyValue }

/** What decides whether a constant that the text gives to a name becomes an input. */
export interface Giving {
  readonly trace: RunTrace
  /** The text asks for derivatives: what it gives to names are data then. */
  readonly asks: boolean
  readonly fixed: FixedNames
}

/** The running program, as its own parts see it. */
export interface Interpreting extends Running {
  readonly library: LibraryFace
  evaluate(expression: PyExpression, scope: PyScope): PyValue
  execute(body: readonly PyStatement[], scope: PyScope): Flow
  /** Binds what stands left of `=`; lists of targets take the items of what is assigned. */
  assign(target: PyExpression, value: PyValue, scope: PyScope): void
  /** A name of a scope has a value from here on. */
  bound(name: string, value: PyValue, scope: PyScope, at: Span): void
  /** A call as the text writes it in a scope. */
  callFrom(expression: PyExpression, callee: PyValue, given: Arguments, scope: PyScope): PyValue
  /** A function of the program in its scope; the defaults of its parameters are computed now. */
  define(text: FunctionText, scope: PyScope): PyValue
  attribute(target: PyValue, name: string, at: Span): PyValue
  /** The method that runs, and the object that it got; null outside. */
  readonly method: { readonly owner: Class | null; readonly self: PyValue | undefined } | null
  /** Where the run is. */
  readonly position: Span
  /** Counts a step of the run; past the limit it is refused. */
  step(at: Span): void
  /** A number of Python’s own that no input acts on. */
  number(value: number, dtype: 'bool' | 'int' | 'float', at: Span): PyNumber
  /** The value that is assigned: what is given to a name at the top may become an input. */
  valueFor(target: PyExpression, expression: PyExpression, scope: PyScope): PyValue
  /** An expression that is a statement has this value. */
  shown(expression: PyExpression, value: PyValue, scope: PyScope): void
  readonly modules: Modules
  readonly isInLoop: boolean
  /** Runs a loop’s rounds, each in a block of its own, until one says that it is over. */
  rounds(name: string, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over'
  /** A condition of the text was asked for: which branches run is remarked at the end. */
  decided(value: PyNumber, holds: boolean, at: Span): void
}
