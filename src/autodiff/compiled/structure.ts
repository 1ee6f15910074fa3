import type { CompiledExpression } from './expression.ts'

/**
 * What the steps of a pass do, apart from the places that they do it at: those are byte addresses, which come beside a
 * structure, all of what is in it in order. So steps of equal structure at places in even distances are one loop.
 */
export type StepStructure = CompiledStep | StepLoop | Fill | OnTape

/** Writes a number at its first place, or adds it to what is there, of numbers at the next ones. */
export interface CompiledStep {
  readonly kind: 'step'
  /** Its place among the structures of its program. */
  readonly index: number
  readonly value: CompiledExpression
  /** Whether the number is added. */
  readonly adds: boolean
  /** How many numbers it reads; their places come after the first. */
  readonly reads: number
  /** How many bytes must be 1 for it to be done, or if `isRest` 0; their places come next. */
  readonly guards: number
  readonly isRest: boolean
  /** Whether it sets a byte to 1, whose place comes last. */
  readonly marks: boolean
  readonly places: number
}

/** The body again and again, each place moving on by its stride with every turn. */
export interface StepLoop {
  readonly kind: 'loop'
  readonly count: number
  readonly body: readonly StepStructure[]
  /** By place of all of the body, in bytes. */
  readonly strides: readonly number[]
  readonly places: number
  /** How many loops are within each other. */
  readonly depth: number
}

/** So many bytes from its place on become 0. */
export interface Fill {
  readonly kind: 'fill'
  readonly bytes: number
  readonly places: 1
}

/** What the plain tape does at a node: its value with its partials, or its terms of an adjoint pass. */
export interface OnTape {
  readonly kind: 'tape'
  readonly does: 'evaluate' | 'pull'
  readonly node: number
  readonly places: 0
}

/** The structures of a program, each once. */
export class StructureTable {
  readonly all: StepStructure[] = []
  readonly #known = new Map<string, number>()

  step(
    value: CompiledExpression,
    reads: number,
    { adds = false, guards = 0, isRest = false, marks = false } = {},
  ): number {
    const key = `${value.key}|${reads}|${guards}|${adds ? 'a' : ''}${isRest ? 'r' : ''}${marks ? 'm' : ''}`
    const places = 1 + reads + guards + (marks ? 1 : 0)
    return this.#take(key, (index) => ({ kind: 'step', index, value, adds, reads, guards, isRest, marks, places }))
  }

  loop(count: number, body: readonly number[], strides: readonly number[]): number {
    return this.#take(`${count}*${body.join()}|${strides.join()}`, () => {
      const structures = body.map((index) => this.all[index])
      const depth = 1 + Math.max(...structures.map((one) => (one.kind === 'loop' ? one.depth : 0)))
      return { kind: 'loop', count, body: structures, strides, places: strides.length, depth }
    })
  }

  fill(bytes: number): number {
    return this.#take(`0*${bytes}`, () => ({ kind: 'fill', bytes, places: 1 }))
  }

  onTape(does: OnTape['does'], node: number): number {
    return this.#take(`${does} ${node}`, () => ({ kind: 'tape', does, node, places: 0 }))
  }

  #take(key: string, make: (index: number) => StepStructure): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.all.length)
    return this.all.push(make(this.all.length)) - 1
  }
}

/** Structures with their places, in the order in which they are done. */
export class Sequence {
  readonly structures: number[] = []
  /** By item, one more at the end: where its places start. */
  readonly firsts: number[] = [0]
  readonly places: number[] = []

  get length(): number {
    return this.structures.length
  }

  push(structure: number, places: readonly number[]): void {
    this.structures.push(structure)
    for (const place of places) this.places.push(place)
    this.firsts.push(this.places.length)
  }

  placesOf(item: number): number[] {
    return this.places.slice(this.firsts[item], this.firsts[item + 1])
  }
}
