import type { TracedInput } from '../../graph/traced/traced.ts'
import type { Span } from '../../language/syntax.ts'
import { attributesOf, functionNamed, operations, opOf } from '../../primitives/index.ts'
import { sameShape } from '../../primitives/shape.ts'
import { type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import { type Attributes, NO_ATTRIBUTES } from '../../primitives/wiring.ts'
import { type Dtype, type Given, type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { evaluated } from './evaluated.ts'

/** A value on the trace, by the order in which it came there; in all blocks together. */
export type TracedValue = number

/** One line of the trace. */
export type Line =
  | { readonly kind: 'input'; readonly input: TracedInput }
  | { readonly kind: 'constant'; readonly value: Tensor; readonly at: Span }
  | {
      readonly kind: 'operation'
      readonly op: number
      readonly operands: readonly TracedValue[]
      readonly attributes: Attributes
      readonly at: Span
    }

/** A part of the run that is to be one node: a call, a loop, a round. `parent` is the one it stands in; the main program is 0. */
export interface TracedBlock {
  readonly name: string
  readonly at: Span
  readonly parent: number
  readonly kind: BlockKind
}

/** Names of a function's own are told apart from those around it; loops and rounds share the names around them. */
export type BlockKind = 'call' | 'loop' | 'round'

export interface NamedValue {
  readonly value: TracedValue
  readonly name: string
  readonly at: Span
  readonly block: number
}

/** What an operation gives, besides what it computes: by default of the library and dtype of its first operand that has another than Python’s. */
interface Giving {
  readonly library?: Library
  readonly dtype?: Dtype
  /** What the call fixes, as the language’s own calls have it: an axis, a shape. */
  readonly fixed?: Readonly<Record<string, Value>>
  readonly attributes?: Attributes
}

/** Most lines of a trace. */
const MAX_TRACED = 50_000

/**
 * What a running program computes, line by line, with the value of each at once: branches and loops need them. A number
 * that no input acts on is computed and not written down until a line reads it.
 */
export class RunTrace {
  readonly lines: Line[] = []
  /** By line: the block that it stands in. */
  readonly blockOf: number[] = []
  readonly blocks: TracedBlock[] = [{ name: '', at: { from: 0, to: 0 }, parent: -1, kind: 'call' }]
  /** What the text called what, and where; of what is given, as soon as it is on the trace. */
  readonly #named: (Omit<NamedValue, 'value'> & { readonly value: TracedValue | Given })[] = []
  /** While nothing is to be differentiated (`with torch.no_grad():`): operations read what an input acts on through a cut. */
  cutting = false
  #block = 0
  readonly #inputs = new Map<Given, TracedValue>()
  readonly #inputNames = new Set<string>()
  /** By value, what a cut makes of it; what is computed in a cut region is its own. */
  readonly #cuts = new Map<TracedValue, TracedValue>()

  /** Values that inputs have instead of those in the text, by name. */
  readonly #chosen: Readonly<Record<string, Value>>

  constructor(chosen: Readonly<Record<string, Value>> = {}) {
    this.#chosen = chosen
  }

  /** Until `close`, what comes stands in a block of its own. */
  open(name: string, at: Span, kind: BlockKind = 'call'): void {
    this.#block = this.blocks.push({ name, at, parent: this.#block, kind }) - 1
  }

  close(): void {
    this.#block = this.blocks[this.#block].parent
  }

  /** An input; it stands in the main program wherever it is asked for. */
  input(input: TracedInput, library: Library, dtype: Dtype = 'float'): PyNumber {
    const name = this.#free(input.name)
    const value = this.chosenFor(name, input.value)
    const traced = this.#line({ kind: 'input', input: { ...input, name, value } }, 0)
    return new PyNumber(library, dtype, value, { kind: 'traced', value: traced })
  }

  /** The text calls it so from here on. */
  name(numbered: PyNumber, name: string, at: Span): void {
    const { origin } = numbered
    if (origin.kind === 'given' && origin.entry.length === 0 && origin.input.name === null)
      this.#baptise(numbered, name)
    const isNamed = origin.kind === 'traced' || (origin.kind === 'given' && origin.entry.length === 0)
    if (!isNamed) return
    const value = origin.kind === 'traced' ? origin.value : origin.input
    this.#named.push({ value, name, at: { from: at.from, to: at.to }, block: this.#block })
  }

  /** The names of what is on the trace, in the order in which the text gave them. */
  get names(): readonly NamedValue[] {
    return this.#named.flatMap(({ value, ...named }) => {
      const traced = typeof value === 'number' ? value : this.#inputs.get(value)
      return traced === undefined ? [] : [{ ...named, value: traced }]
    })
  }

  /** The value that an input of this name has: the one that was chosen for it, where it has the shape of that in the text. */
  chosenFor(name: string, written: Tensor): Tensor {
    if (!Object.hasOwn(this.#chosen, name)) return written
    const chosen = tensorOf(this.#chosen[name])
    return chosen && sameShape(chosen.shape, written.shape) ? chosen : written
  }

  #baptise(numbered: PyNumber, name: string): void {
    const { origin } = numbered
    if (origin.kind !== 'given') return
    origin.input.name = name
    const value = this.chosenFor(name, numbered.value)
    if (value === numbered.value) return
    numbered.value = value
    origin.input.value = value
    if (value.entries.some((entry) => !Number.isInteger(entry))) numbered.dtype = 'float'
  }

  /**
   * The value of an operation of the language, by its name there (`add`, `matmul`, `sum`), broadcast by its rules. Where no
   * operand comes from an input it is computed and not traced. Operands that do not fit are refused, with their shapes.
   */
  apply(operation: string, operands: readonly PyNumber[], at: Span, giving: Giving = {}): PyNumber {
    const op = opByName(operation)
    const attributes = giving.attributes ?? this.#fixed(op, giving.fixed, at)
    const value = evaluated(operations[op], operands, attributes, at)
    const library = giving.library ?? libraryOf(operands)
    const dtype = giving.dtype ?? dtypeOf(operands)
    if (!operands.some((operand) => this.isTraced(operand)))
      return new PyNumber(library, dtype, value, { kind: 'constant', at })
    const read = operands.map((operand) =>
      this.cutting ? this.#cut(this.read(operand, at), at) : this.read(operand, at),
    )
    const traced = this.#line({ kind: 'operation', op, operands: read, attributes, at }, this.#block)
    if (this.cutting) this.#cuts.set(traced, traced)
    return new PyNumber(library, dtype, value, { kind: 'traced', value: traced })
  }

  /** Its place on the trace; a constant, or what becomes an input, is written down now. */
  read(operand: PyNumber, at: Span): TracedValue {
    const { origin, value } = operand
    if (origin.kind === 'traced') return origin.value
    const traced =
      origin.kind === 'given' && this.#isInput(origin.input)
        ? this.#entry(this.#given(origin.input), origin.entry, at)
        : this.#line({ kind: 'constant', value, at: origin.kind === 'constant' ? origin.at : at }, this.#block)
    if (origin.kind === 'given') operand.origin = { kind: 'traced', value: traced }
    return traced
  }

  /** Whether an input acts on it. */
  isTraced({ origin }: PyNumber): boolean {
    return origin.kind === 'traced' || (origin.kind === 'given' && this.#isInput(origin.input))
  }

  #isInput({ leaf, name }: Given): boolean {
    return leaf === true || name !== null
  }

  #cut(value: TracedValue, at: Span): TracedValue {
    const known = this.#cuts.get(value)
    if (known !== undefined) return known
    if (this.lines[value].kind === 'constant') return value
    const op = opByName('stop_gradient')
    const cut = this.#line({ kind: 'operation', op, operands: [value], attributes: NO_ATTRIBUTES, at }, this.#block)
    this.#cuts.set(value, cut)
    return cut
  }

  #given(given: Given): TracedValue {
    const known = this.#inputs.get(given)
    if (known !== undefined) return known
    const { at, literal, value, role = null } = given
    const name = this.#free(given.name ?? 'x')
    const traced = this.#line({ kind: 'input', input: { name, at, literal, value, role } }, 0)
    this.#inputs.set(given, traced)
    return traced
  }

  /** The name, or where an input has it the first free of `x2`, `x3`, …. */
  #free(name: string): string {
    let free = name
    for (let count = 2; this.#inputNames.has(free); count++) free = `${name}${count}`
    this.#inputNames.add(free)
    return free
  }

  /** One entry, or row, of an input that the text writes as a list. */
  #entry(whole: TracedValue, entry: readonly number[], at: Span): TracedValue {
    if (entry.length === 0) return whole
    const attributes = { index: entry.map((place) => ({ at: place })) }
    const op = opByName('index')
    return this.#line({ kind: 'operation', op, operands: [whole], attributes, at }, this.#block)
  }

  #fixed(op: number, fixed: Giving['fixed'], at: Span): Attributes {
    if (!fixed) return NO_ATTRIBUTES
    const read = attributesOf(operations[op], { operands: [], keywords: new Map(Object.entries(fixed)) })
    if (typeof read === 'string') throw new Refusal(read, at)
    return read
  }

  #line(line: Line, block: number): TracedValue {
    const at = line.kind === 'input' ? line.input.at : line.at
    if (this.lines.length === MAX_TRACED)
      throw new Refusal(
        `This program does more than ${MAX_TRACED} operations; it is read up to there. Run fewer rounds.`,
        at,
      )
    this.blockOf.push(block)
    return this.lines.push(line) - 1
  }
}

const OPS = new Map(operations.map((operation, op) => [operation.name, op]))

function opByName(name: string): number {
  const op = OPS.get(name) ?? (functionNamed(name) && opOf(functionNamed(name) as (typeof operations)[number]))
  if (op === undefined) throw new Error(`No operation is named ${name}`)
  return op
}

const libraryOf = (operands: readonly PyNumber[]): Library =>
  operands.find(({ library }) => library !== 'python')?.library ?? 'python'

const ORDER: readonly Dtype[] = ['bool', 'int', 'float']

const dtypeOf = (operands: readonly PyNumber[]): Dtype =>
  ORDER[Math.max(1, ...operands.map(({ dtype }) => ORDER.indexOf(dtype)))]
