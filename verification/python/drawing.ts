/** Random whole numbers below a bound, the same each time (Park and Miller). */
export class Drawing {
  #state: number

  constructor(seed: number) {
    this.#state = 1 + (seed % 2_147_483_646)
    // Seeds that are close begin with numbers that are close.
    for (let k = 0; k < 3; k++) this.below(2)
  }

  below(bound: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647
    return this.#state % bound
  }

  /** Once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]
  }
}
