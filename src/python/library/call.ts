import type { Span } from '../../language/syntax.ts'
import { listed, quote } from '../../language/words.ts'
import type { Running } from '../run/running.ts'
import { type Dtype, type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Dictionary, List, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import { arrayFrom } from './coercion.ts'
import { dtypeNamed } from './dtypes.ts'
import { numberOf } from './numbers.ts'
import { checkedWholes } from './wholes.ts'

/** One call of a library's function: what it was given by the names of its parameters, read as what they must be. */
export class LibraryCall {
  readonly running: Running
  /** Whose arrays it makes and takes. */
  readonly library: Library
  /** As messages name the function: `np.max`. */
  readonly callee: string
  readonly at: Span
  readonly #bound: ReadonlyMap<string, PyValue>

  constructor(running: Running, library: Library, callee: string, bound: ReadonlyMap<string, PyValue>, at: Span) {
    this.running = running
    this.library = library
    this.callee = callee
    this.at = at
    this.#bound = bound
  }

  /** Whether a value, or a default, is there that is not None. */
  has(name: string): boolean {
    const value = this.#bound.get(name)
    return value !== undefined && value !== NONE
  }

  value(name: string): PyValue {
    return this.#bound.get(name) ?? NONE
  }

  /** Stops with a sentence that names the function. */
  refuse(message: string): never {
    throw new Refusal(message, this.at)
  }

  /** A number or an array; lists become arrays of the library, unless it takes none (JAX). */
  array(name: string): PyNumber {
    return this.arrayOf(this.value(name), name)
  }

  arrayOf(value: PyValue, name: string): PyNumber {
    if (this.library === 'jax' && (value instanceof List || value instanceof Tuple))
      this.refuse(`${this.callee} takes arrays, and ${quote(name)} is a list here: write jnp.array([…]).`)
    return this.arrayFrom(value, name)
  }

  /** The same where lists are taken by every library: `array`, `stack`. */
  arrayFrom(value: PyValue, name: string): PyNumber {
    return arrayFrom(this.running, this.library, value, `${quote(name)} of ${this.callee}`, this.at)
  }

  /** Several arrays: a list or tuple of them, or the rows of an array. */
  arrays(name: string): PyNumber[] {
    const value = this.value(name)
    if (value instanceof Text || value instanceof Dictionary) this.#wrong(name, 'a list of arrays')
    return this.running.items(value, this.at).map((item) => this.arrayFrom(item, name))
  }

  number(name: string): number {
    const value = this.value(name)
    if (!(value instanceof PyNumber) || value.value.entries.length !== 1) return this.#wrong(name, 'a number')
    return value.value.entries[0]
  }

  whole(name: string): number {
    return this.#whole(this.value(name), name)
  }

  #whole(value: PyValue, name: string): number {
    const isWhole = value instanceof PyNumber && value.dtype !== 'float' && value.value.entries.length === 1
    return isWhole ? value.value.entries[0] : this.#wrong(name, 'a whole number')
  }

  /** One whole number, or several: a shape, axes. */
  wholes(name: string): number[] {
    const value = this.value(name)
    if (value instanceof PyNumber && value.value.shape.length === 0) return [this.#whole(value, name)]
    if (value instanceof PyNumber && value.dtype !== 'float' && value.value.shape.length === 1)
      return [...value.value.entries]
    if (!(value instanceof List || value instanceof Tuple)) return this.#wrong(name, 'a whole number or several')
    return value.items.map((item) => this.#whole(item, name))
  }

  /** A shape without a −1. */
  shape(name: string): number[] {
    return checkedShape(this.wholes(name), this.at)
  }

  truth(name: string): boolean {
    const value = this.value(name)
    if (value instanceof PyNumber && value.value.entries.length === 1 && value.dtype !== 'float')
      return value.value.entries[0] !== 0
    return this.#wrong(name, 'True or False')
  }

  /** One of several texts. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.value(name)
    const chosen = value instanceof Text ? choices.find((choice) => choice === value.text) : undefined
    return (
      chosen ?? this.#wrong(name, listed(choices.map((choice) => `'${choice}'`)).replace(/ and (?=[^ ]*$)/, ' or '))
    )
  }

  /** The kind that `dtype=…` asks for; null where it asks for none. */
  dtype(name = 'dtype'): Dtype | null {
    return this.has(name) ? dtypeNamed(this.running, this.value(name), this.at) : null
  }

  /** What an operation of the language gives; its library is that of the call. */
  apply(
    operation: string,
    operands: readonly PyNumber[],
    giving: Parameters<Running['trace']['apply']>[3] = {},
  ): PyNumber {
    const result = this.running.trace.apply(operation, operands, this.at, { library: this.library, ...giving })
    return checkedWholes(result, this.at)
  }

  constant(x: number, dtype: Dtype = 'float'): PyNumber {
    return numberOf(x, this.at, dtype, this.library)
  }

  #wrong(name: string, kind: string): never {
    return this.refuse(`${quote(name)} of ${this.callee} must be ${kind}.`)
  }
}

/** A shape whose lengths are at least 1. */
export function checkedShape(shape: number[], at: Span): number[] {
  if (shape.some((length) => length < 1))
    throw new Refusal('Arrays without entries are not read here: each length of a shape must be at least 1.', at)
  return shape
}
