/** How many integers there is room for at first. */
export const LEAST_ROOM = 64

/** The same integers, with room for as many more. */
export function widened(items: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * items.length)
  wider.set(items)
  return wider
}

/** Integers that grow at the end, several times faster than an array. `items` is valid up to `length`. */
export class IntList {
  items: Int32Array<ArrayBuffer>
  length = 0

  /** `room` is how many there will be, as far as is known: growing takes memory that is given up again. */
  constructor(room = 0) {
    this.items = new Int32Array(Math.max(room, LEAST_ROOM))
  }

  push(value: number): void {
    if (this.length === this.items.length) this.items = widened(this.items)
    this.items[this.length++] = value
  }

  /** Those that it has, as a view. */
  get valid(): Int32Array {
    return this.items.subarray(0, this.length)
  }

  trimmed(): Int32Array {
    return this.items.slice(0, this.length)
  }
}
