import type { NodeIndex } from '../graph.ts'
import { hashOf } from '../hash.ts'
import type { DeclarationIndex } from '../resolve/declarations.ts'
import type { PlacedTape } from './placedTape.ts'
import type { Source } from './source.ts'

/**
 * The node that each declaration has on a tape. A constant comes there where it is first needed; so does, inside a closed
 * module, an input for a value that its function reads from the program.
 */
export class DeclaredNodes {
  /** By declaration; -1 before it is on the tape. */
  readonly nodeOf: Int32Array
  /** What is read from the program around the closed module that the tape is of, in order. */
  readonly captured: DeclarationIndex[] = []
  readonly #source: Source
  readonly #written: PlacedTape
  readonly #around: DeclaredNodes | null

  constructor(source: Source, written: PlacedTape, around: DeclaredNodes | null) {
    this.nodeOf = new Int32Array(source.scope.declarations.length).fill(-1)
    this.#source = source
    this.#written = written
    this.#around = around
  }

  node(index: DeclarationIndex): NodeIndex {
    if (this.nodeOf[index] >= 0) return this.nodeOf[index]
    const { scope, leaves } = this.#source
    const { name, expression } = scope.declarations[index]
    const constant = leaves.constants.get(index)
    if (constant !== undefined) {
      this.nodeOf[index] = this.#written.constant(constant, hashOf(name), null)
      if (expression) this.#written.occurrences.add(this.nodeOf[index], expression)
    } else if (this.#around) {
      const outer = this.#around.node(index)
      // A parameter may have the same name; no name in a program contains a space.
      this.nodeOf[index] = this.#written.unknown(`${name} outside`, this.#around.#written.tape.shapeOf(outer))
      this.captured.push(index)
    }
    return this.nodeOf[index]
  }
}
