import { Mulberry } from '../primitives/random.ts'
import { shuffle } from './random.ts'

/**
 * Mini-batches of some rows of a data set: each epoch takes them in a new order, which follows from the seed. What is
 * left at the end of an epoch and does not fill a mini-batch is dropped; the next order drops others.
 */
export class Batches {
  readonly size: number
  readonly #order: Int32Array
  readonly #random: Mulberry
  #next: number
  #epoch = 0

  constructor(rows: Int32Array, size: number, seed: number) {
    this.size = Math.max(1, Math.min(Math.floor(size) || 1, rows.length))
    this.#order = rows.slice()
    this.#random = new Mulberry(seed)
    this.#next = rows.length
  }

  /** Epochs begun so far. */
  get epoch(): number {
    return this.#epoch
  }

  /** Whether each mini-batch has all rows. */
  get takesAll(): boolean {
    return this.size === this.#order.length
  }

  /** Mini-batches in an epoch. */
  get perEpoch(): number {
    return Math.floor(this.#order.length / this.size)
  }

  /** The rows of the next mini-batch. One that has all rows keeps their order. */
  next(): Int32Array {
    if (this.#next + this.size > this.#order.length) {
      if (!this.takesAll) shuffle(this.#order, this.#random)
      this.#next = 0
      this.#epoch++
    }
    this.#next += this.size
    return this.#order.slice(this.#next - this.size, this.#next)
  }
}
