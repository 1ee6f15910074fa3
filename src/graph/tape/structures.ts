import type { Tensor } from '../../primitives/value.ts'
import { INPUT } from '../graph.ts'
import { mix } from '../hash.ts'
import { IntList } from '../intList.ts'

/**
 * Numbers structures as they are first met, 0, 1, 2 …: two nodes get one number exactly if they are the same
 * input, the same constant, or the same primitive of operands with the same numbers (hash consing).
 */
export class Structures {
  readonly #inputs = new Map<string, number>()
  readonly #constants = new Map<number | string, number>()
  readonly #op = new IntList()
  /** One more at the end: where its operands start. */
  readonly #first = new IntList()
  readonly #operand = new IntList()
  /** Open addressing: structures by hash, or -1. */
  #table = new Int32Array(256).fill(-1)

  constructor() {
    this.#first.push(0)
  }

  input(name: string): number {
    return this.#leaf(this.#inputs, name)
  }

  /** Constants are told apart by their bits: -0 is not 0. */
  constant(value: number | Tensor): number {
    return this.#leaf(this.#constants, typeof value === 'number' ? bitsOf(value) : arrayKey(value))
  }

  /** The primitive `op` of the operands `numbers[from]` … `numbers[from+count−1]`. */
  apply(op: number, numbers: ArrayLike<number>, from: number, count: number): number {
    const mask = this.#table.length - 1
    let slot = hash(op, numbers, from, count) & mask
    while (this.#table[slot] >= 0) {
      if (this.#equals(this.#table[slot], op, numbers, from, count)) return this.#table[slot]
      slot = (slot + 1) & mask
    }
    for (let i = from; i < from + count; i++) this.#operand.push(numbers[i])
    const structure = this.#append(op)
    this.#table[slot] = structure
    if (structure * 2 > mask) this.#grow()
    return structure
  }

  #leaf<Key>(known: Map<Key, number>, key: Key): number {
    const found = known.get(key)
    if (found !== undefined) return found
    const structure = this.#append(INPUT)
    known.set(key, structure)
    return structure
  }

  #append(op: number): number {
    this.#op.push(op)
    this.#first.push(this.#operand.length)
    return this.#op.length - 1
  }

  #equals(structure: number, op: number, numbers: ArrayLike<number>, from: number, count: number): boolean {
    const first = this.#first.items[structure]
    if (this.#op.items[structure] !== op || this.#first.items[structure + 1] - first !== count) return false
    const operand = this.#operand.items
    for (let slot = 0; slot < count; slot++) if (operand[first + slot] !== numbers[from + slot]) return false
    return true
  }

  #grow(): void {
    const mask = this.#table.length * 4 - 1
    const table = new Int32Array(mask + 1).fill(-1)
    const first = this.#first.items
    for (const structure of this.#table) {
      if (structure < 0) continue
      const count = first[structure + 1] - first[structure]
      let slot = hash(this.#op.items[structure], this.#operand.items, first[structure], count) & mask
      while (table[slot] >= 0) slot = (slot + 1) & mask
      table[slot] = structure
    }
    this.#table = table
  }
}

const bitsOf = (value: number): number | string => (Object.is(value, -0) ? '-0' : value)

const arrayKey = ({ shape, entries }: Tensor): string => `${shape.join()}: ${Array.from(entries, bitsOf).join()}`

function hash(op: number, numbers: ArrayLike<number>, from: number, count: number): number {
  let h = op
  for (let i = from; i < from + count; i++) h = mix(h, numbers[i])
  return h
}
