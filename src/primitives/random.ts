/** What is drawn has as many decimals as the screen can show: what is seen is what is used, on every machine. */
const DECIMALS = 1e4

const rounded = (x: number): number => Math.round(x * DECIMALS) / DECIMALS

/** Tommy Ettinger's mulberry32: 32 bits of state, whole-number steps, so that every machine draws the same. */
export class Mulberry {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** From 0 to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Uniform numbers between 0 and 1. */
export class Uniform {
  readonly #bits: Mulberry

  constructor(seed: number) {
    this.#bits = new Mulberry(seed)
  }

  next(): number {
    return rounded(this.#bits.next())
  }
}

/** Standard normal numbers by G. Marsaglia's polar method (SIAM Review 6, 1964, 260–264). */
export class Normal {
  readonly #bits: Mulberry
  #spare: number | null = null

  constructor(seed: number) {
    this.#bits = new Mulberry(seed)
  }

  next(): number {
    if (this.#spare !== null) {
      const spare = this.#spare
      this.#spare = null
      return spare
    }
    for (;;) {
      const x = 2 * this.#bits.next() - 1
      const y = 2 * this.#bits.next() - 1
      const square = x * x + y * y
      if (square === 0 || square >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      this.#spare = rounded(y * scale)
      return rounded(x * scale)
    }
  }
}
