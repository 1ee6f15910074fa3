/** Bytes of a WebAssembly module, as they are written one after another. */
export class Bytes {
  #bytes = new Uint8Array(256)
  length = 0

  byte(...bytes: number[]): void {
    this.#reserve(bytes.length)
    for (const byte of bytes) this.#bytes[this.length++] = byte
  }

  /** A whole number from 0 to 2³² − 1, seven bits a byte. */
  unsigned(value: number): void {
    let left = value >>> 0
    while (left >= 128) {
      this.byte((left & 127) | 128)
      left >>>= 7
    }
    this.byte(left)
  }

  /** A whole number of 32 bits with its sign. */
  signed(value: number): void {
    let left = value | 0
    while (left < -64 || left > 63) {
      this.byte((left & 127) | 128)
      left >>= 7
    }
    this.byte(left & 127)
  }

  float(value: number): void {
    this.#reserve(8)
    new DataView(this.#bytes.buffer).setFloat64(this.length, value, true)
    this.length += 8
  }

  name(text: string): void {
    this.unsigned(text.length)
    for (const letter of text) this.byte(letter.charCodeAt(0))
  }

  append(other: Bytes): void {
    this.#reserve(other.length)
    this.#bytes.set(other.written(), this.length)
    this.length += other.length
  }

  /** With their length before them. */
  sized(other: Bytes): void {
    this.unsigned(other.length)
    this.append(other)
  }

  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length)
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + count))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
