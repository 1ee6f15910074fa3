import type { Span } from '../../language/syntax.ts'
import { sameShape, shapeWords } from '../../primitives/shape.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { Running } from '../run/running.ts'
import type { TracedValue } from '../trace/trace.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { pulledBack } from './atPoint.ts'
import { dependenciesOf } from './flat.ts'

/** One `backward()` that reached a value: what was seeded, and where the value stood then. */
interface Part {
  readonly output: TracedValue
  readonly seed: Tensor
  readonly value: TracedValue
  readonly tensor: Tensor
}

/** What stands in `.grad` of a value: what the program put there, and what `backward()` has added since. */
interface Collected {
  base: PyNumber | null
  parts: Part[]
  computed: PyNumber | null
}

/** The `.grad`s of a run: `backward()` adds to those of all leaves that it reaches; their numbers are computed once they are read. */
export class Gradients {
  readonly running: Running
  readonly #collected = new Map<PyNumber, Collected>()
  readonly #seeded = new Set<TracedValue>()
  /** Whether the last `backward()` was given `retain_graph=True`. */
  retained = false

  constructor(running: Running) {
    this.running = running
  }

  /** From here on `backward()` adds up in its `.grad`. */
  collectFor(leaf: PyNumber): void {
    if (!this.#collected.has(leaf)) this.#collected.set(leaf, { base: null, parts: [], computed: null })
  }

  /** What a leaf was called at first, whatever its input is called after an update. */
  nameOf(leaf: PyNumber, name: string): string {
    const first = this.#firstNames.get(leaf) ?? name
    this.#firstNames.set(leaf, first)
    return first
  }
  readonly #firstNames = new WeakMap<PyNumber, string>()

  collects(tensor: PyNumber): boolean {
    return this.#collected.has(tensor)
  }

  forget(tensor: PyNumber): void {
    this.#collected.delete(tensor)
  }

  /** Whether derivatives with respect to some leaf flow through it, not being cut. */
  isDifferentiated(numbered: PyNumber): boolean {
    const { origin } = numbered
    if (origin.kind === 'given') return origin.input.leaf === true
    if (origin.kind === 'constant') return false
    return [...dependenciesOf(this.running.trace, origin.value)].some((value) => this.#isLeaf(value))
  }

  #isLeaf(value: TracedValue): boolean {
    return [...this.#collected.keys()].some(({ origin }) => origin.kind === 'traced' && origin.value === value)
  }

  /** Derivatives are asked of `output`, and add up in the `.grad` of each leaf that it depends on. `seed` null is 1. */
  backward(output: PyNumber, seed: Tensor | null, at: Span): void {
    const value = this.asked(output, seed, at)
    this.#add(value, seed ?? { shape: output.value.shape, entries: Float64Array.of(1) }, at)
  }

  /** The place on the trace of what derivatives are asked of; refused where there are none. */
  asked(output: PyNumber, seed: Tensor | null, at: Span): TracedValue {
    const { shape } = output.value
    if (!seed && output.value.entries.length !== 1)
      throw new Refusal(
        `Derivatives are taken of one number, and this is ${shapeWords(shape)}: take its .sum(), or give a gradient of that shape.`,
        at,
      )
    if (seed && !sameShape(seed.shape, shape))
      throw new Refusal(
        `The gradient given is ${shapeWords(seed.shape)}, and must be as the tensor: ${shapeWords(shape)}.`,
        at,
      )
    for (const leaf of this.#collected.keys()) this.running.trace.read(leaf, at)
    if (!this.isDifferentiated(output))
      throw new Refusal(
        'Nothing that this is computed from has requires_grad=True, or it is cut off: there is nothing to differentiate.',
        at,
      )
    const value = this.running.trace.read(output, at)
    this.running.ask({ name: this.running.nameOf(output) ?? 'f', value, at })
    return value
  }

  #add(output: TracedValue, seed: Tensor, at: Span): void {
    const reached = dependenciesOf(this.running.trace, output)
    let addsUp = false
    for (const [leaf, collected] of this.#collected) {
      if (leaf.origin.kind !== 'traced' || !reached.has(leaf.origin.value)) continue
      addsUp ||= isFilled(collected)
      collected.parts.push({ output, seed, value: leaf.origin.value, tensor: leaf.value })
      collected.computed = null
    }
    if (addsUp)
      this.running.remark(
        'This backward() adds to the gradients that .grad holds already: nothing cleared them since the last one.',
        at,
      )
    this.#seeded.add(output)
    this.#clearedSaid = false
  }

  /** `.grad` of a value that is computed: of micrograd each Value collects. */
  ofAny(value: PyNumber, at: Span): PyNumber | null {
    if (value.origin.kind !== 'traced' || this.#seeded.size === 0) return null
    const one = { value: value.origin.value, tensor: value.value }
    const seed = { shape: [], entries: Float64Array.of(1) }
    const parts = [...this.#seeded].map((output) => ({ ...one, output, seed }))
    return this.#sum(value, { base: null, parts, computed: null }, at)
  }

  /** Whether `backward()` went over operations before that this is computed by. */
  sharesOperations({ origin }: PyNumber): boolean {
    if (origin.kind !== 'traced') return false
    const { trace } = this.running
    const before = new Set([...this.#seeded].flatMap((output) => [...dependenciesOf(trace, output)]))
    return [...dependenciesOf(trace, origin.value)].some(
      (value) => trace.lines[value].kind === 'operation' && before.has(value),
    )
  }

  /** Whether `backward()` was called of it before. */
  wasSeeded(output: PyNumber): boolean {
    return output.origin.kind === 'traced' && this.#seeded.has(output.origin.value)
  }

  /** `.grad`, as a number or an array that no input acts on; null where nothing was added yet. */
  of(leaf: PyNumber, at: Span): PyNumber | null {
    const collected = this.#collected.get(leaf)
    if (!collected || (collected.parts.length === 0 && !collected.base)) return null
    collected.computed ??= this.#sum(leaf, collected, at)
    return collected.computed
  }

  #sum(leaf: PyNumber, { base, parts }: Collected, at: Span): PyNumber {
    if (parts.length === 0 && base) return base
    const entries = base ? base.value.entries.slice() : new Float64Array(leaf.value.entries.length)
    for (const { output, seed, value, tensor } of parts) {
      const [pulled] = pulledBack(this.running.trace, output, seed, [{ value, tensor }])
      for (const [place, number] of pulled?.entries.entries() ?? []) entries[place] += number
    }
    return new PyNumber(leaf.library, 'float', { shape: leaf.value.shape, entries }, { kind: 'constant', at })
  }

  /** `zero_grad()`, `w.grad = None`: says once after each `backward()` that the sum begins anew, if there is one. */
  clear(leaf: PyNumber, at: Span): void {
    if (this.holds(leaf)) this.sayCleared(at)
    this.set(leaf, null)
  }

  sayCleared(at: Span): void {
    if (!this.#clearedSaid)
      this.running.remark('The gradients are cleared here: the next backward() begins its sums at 0.', at)
    this.#clearedSaid = true
  }
  #clearedSaid = false

  /** What the program itself puts there; null is `None`. */
  set(leaf: PyNumber, grad: PyNumber | null): void {
    this.#collected.set(leaf, { base: grad, parts: [], computed: null })
  }

  /** Whether there is anything to clear. */
  holds(leaf: PyNumber): boolean {
    const collected = this.#collected.get(leaf)
    return collected !== undefined && isFilled(collected)
  }

  /** The leaf whose `.grad` this is. */
  leafOf(grad: PyNumber): PyNumber | null {
    for (const [leaf, { computed, base }] of this.#collected) if (computed === grad || base === grad) return leaf
    return null
  }
}

const isFilled = ({ base, parts }: Collected): boolean =>
  parts.length > 0 || (base?.value.entries.some((entry) => entry !== 0) ?? false)

const known = new WeakMap<Running, Gradients>()

/** The gradients of this run. */
export function gradientsOf(running: Running): Gradients {
  const gradients = known.get(running) ?? new Gradients(running)
  known.set(running, gradients)
  return gradients
}
