/** Integers that grow at the end, several times faster than an array. `items` is valid up to `length`. */
export class IntList {
  items = new Int32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(2 * this.length)
      wider.set(this.items)
      this.items = wider
    }
    this.items[this.length++] = value
  }

  trimmed(): Int32Array {
    return this.items.slice(0, this.length)
  }
}
