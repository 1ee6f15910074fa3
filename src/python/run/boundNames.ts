import type { Span } from '../../language/syntax.ts'
import type { RunTrace } from '../trace/trace.ts'
import { PyNumber } from '../values/numbered.ts'
import { Dictionary, Instance, List, type PyValue, Tuple } from '../values/values.ts'
import { UserFunction } from './functions.ts'

/** What the text calls its values. */
export class BoundNames {
  /** By name at the top: where it is bound last. */
  readonly boundAt = new Map<string, Span>()
  readonly #trace: RunTrace
  readonly #names = new WeakMap<PyNumber | Instance, string>()

  constructor(trace: RunTrace) {
    this.#trace = trace
  }

  /** The latest name. */
  nameOf(value: PyNumber | Instance): string | null {
    return this.#names.get(value) ?? null
  }

  bind(name: string, value: PyValue, at: Span, isAtTop: boolean): void {
    if (value instanceof PyNumber) this.#trace.name(value, name, at)
    if (value instanceof PyNumber || value instanceof Instance) this.#names.set(value, name)
    if (value instanceof UserFunction && value.shown === 'lambda') value.shown = name
    this.#nameLeaves(name, value, at)
    if (!isAtTop) return
    this.boundAt.delete(name)
    this.boundAt.set(name, { from: at.from, to: at.to })
  }

  /** Leaves in a list or dictionary (`params = [torch.tensor(…, requires_grad=True)]`) are called by their place in it. */
  #nameLeaves(name: string, value: PyValue, at: Span): void {
    const isLeaf = (item: PyValue): item is PyNumber =>
      item instanceof PyNumber && item.origin.kind === 'given' && item.origin.input.name === null
    if (value instanceof List || value instanceof Tuple)
      for (const [k, item] of value.items.entries()) if (isLeaf(item)) this.#trace.name(item, `${name}[${k}]`, at)
    if (value instanceof Dictionary)
      for (const [key, item] of value.items)
        if (isLeaf(item)) this.#trace.name(item, `${name}[${typeof key === 'number' ? key : `'${key}'`}]`, at)
  }
}
