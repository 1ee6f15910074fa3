import { isFunctionName } from '../primitives/index.ts'
import type { Rank } from './part.ts'

/** An index that runs: that of a sum, or on the left of a definition. */
export interface RunningIndex {
  readonly letter: string
  readonly first: number
  readonly last: number
}

/** Entries of a vector, and rows and columns of a matrix, whose sizes the text does not say. */
const SIZE = 2

/** How the program calls what the formulas name, and which of it are arrays. Formulas are read until no more is found. */
export class LatexNames {
  readonly #byKey = new Map<string, string>()
  readonly #ranks = new Map<string, 'vector' | 'matrix'>()
  readonly #lengths = new Map<string, number>()
  readonly functions = new Set<string>()
  /** Indices of sums, by letter. */
  readonly indices = new Map<string, RunningIndex>()
  /** `n` of Σ up to n, with the number that stands for it. */
  readonly bounds = new Map<string, number>()
  /** Letters that a sum runs over, and from which index on. */
  readonly runOver = new Map<string, number>()
  /** What formulas define, by name. */
  readonly defined = new Set<string>()
  /** How often a running index was read. */
  indexUses = 0
  /** How often something new was found. */
  found = 0

  /** A bold x and a plain one are two things. No name is that of a function. */
  nameOf(letter: string, isArray: boolean): string {
    const key = `${letter} ${isArray}`
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const taken = new Set(this.#byKey.values())
    const isTaken = taken.has(letter) || isFunctionName(letter)
    const name = isTaken ? `${letter}_${isArray ? 'bold' : 'plain'}` : letter
    this.#byKey.set(key, name)
    if (isArray) this.isArray(name, /^[A-Z]/.test(letter) ? 'matrix' : 'vector')
    return name
  }

  rankOf(name: string): Rank {
    return this.#ranks.get(name) ?? 'number'
  }

  isArray(name: string, rank: 'vector' | 'matrix', length?: number): void {
    if (!this.#ranks.has(name)) {
      this.#ranks.set(name, rank)
      this.found++
    }
    if (length !== undefined) this.#lengths.set(name, length)
  }

  index(index: RunningIndex): void {
    if (!this.indices.has(index.letter)) this.found++
    this.indices.set(index.letter, index)
  }

  /** Lines that give arrays and bounds a value; other names are inputs of value 1 without a line. */
  lines(): string[] {
    const arrays = [...this.#ranks].filter(([name]) => !this.defined.has(name))
    let given = 0
    // Tenths, which differ, since equal entries hide what depends on them, and which a logarithm takes, also of 1 − p.
    const row = (length: number) => `[${Array.from({ length }, () => ((given++ % 9) + 1) / 10).join(', ')}]`
    return [
      ...[...this.bounds]
        .filter(([name]) => !this.defined.has(name))
        .map(([name, value]) => `const ${name} = ${value}`),
      ...arrays.map(([name, rank]) => {
        const length = this.#lengths.get(name) ?? SIZE
        const rows = rank === 'vector' ? row(length) : `[${Array.from({ length: SIZE }, () => row(length)).join(', ')}]`
        return `${name} = ${rows}`
      }),
    ]
  }
}
