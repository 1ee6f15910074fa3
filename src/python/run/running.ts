import type { Span } from '../../language/syntax.ts'
import type { RunTrace, TracedValue } from '../trace/trace.ts'
import type { PyNumber } from '../values/numbered.ts'
import type { Arguments, Instance, PyValue } from '../values/values.ts'

/** What a program asks derivatives of; each becomes an output. */
export interface AskedOutput {
  readonly name: string
  readonly value: TracedValue
  readonly at: Span
}

/** The program that runs, as its libraries see it. */
export interface Running {
  readonly trace: RunTrace
  /**
   * Calls what can be called: a function, a class, an object with `__call__` or `forward`. The block that a function of the
   * program opens is named `as`, by default like the function.
   */
  call(callee: PyValue, given: Arguments, as?: string): PyValue
  /** What `for` goes through; a traced array gives its rows. Refused where it is none of it. */
  items(value: PyValue, at: Span): readonly PyValue[]
  /** What `if` takes it for. Of a traced number it is so at this point only, which is remarked. */
  truth(value: PyValue, at: Span): boolean
  /** Outputs that the program asks derivatives of (`backward`, `grad`), in their order. */
  ask(asked: AskedOutput): void
  /** What the text calls it at the moment: its latest name; null where it has none. */
  nameOf(value: PyNumber | Instance): string | null
  /** The stretch of text that writes this number or list as a constant (`-4.0`, `[1., 2.]`); null where there is none. */
  literalOf(value: PyValue): Span | null
  /** A note about a stretch of the text; said once for each stretch. */
  remark(message: string, at: Span): void
  /** The round of the loop that runs is the last: `optimizer.step()` does not unroll a training loop. */
  endLoop(message: string, at: Span): void
}
