import { hashOf } from '../../graph/hash.ts'
import { Mulberry } from '../../primitives/random.ts'

/** Random choices that a text decides: the same ones on every machine. */
export class Draw {
  readonly #bits: Mulberry

  constructor(seed: string) {
    this.#bits = new Mulberry(hashOf(seed))
  }

  below(bound: number): number {
    return Math.floor(this.#bits.next() * bound)
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]
  }

  /** A whole number from the least to the most, other than 0. */
  whole(least: number, most: number): number {
    for (;;) {
      const x = least + this.below(most - least + 1)
      if (x !== 0) return x
    }
  }

  /** So many numbers for inputs, of different sizes, and no 1, which would hide what is multiplied. */
  numbers(count: number): number[] {
    const sizes = this.shuffled([2, 3, 4, 5, this.of([0.5, 1.5, 2.5])]).slice(0, count)
    return sizes.map((size) => (this.below(3) === 0 ? -size : size))
  }

  /** The items in a random order: Fisher and Yates. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const all = [...items]
    for (let last = all.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const item = all[last]
      all[last] = all[other]
      all[other] = item
    }
    return all
  }
}
