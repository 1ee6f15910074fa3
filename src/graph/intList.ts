/** The same integers, with room for as many more. */
export function widened(items: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * items.length)
  wider.set(items)
  return wider
}

/** Integers that grow at the end, several times faster than an array. `items` is valid up to `length`. */
export class IntList {
  items = new Int32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.items.length) this.items = widened(this.items)
    this.items[this.length++] = value
  }

  trimmed(): Int32Array {
    return this.items.slice(0, this.length)
  }
}
