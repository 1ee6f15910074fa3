import type { Shape } from '../../primitives/shape.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { Attributes } from '../../primitives/wiring.ts'
import type { Module, NodeIndex } from '../graph.ts'
import { hashOf, mix } from '../hash.ts'
import { IntList } from '../intList.ts'
import type { Register } from '../register.ts'
import type { Written } from './assemble.ts'
import { Occurrences } from './occurrences.ts'
import type { Apply } from './packing.ts'
import { Tape } from './tape.ts'
import type { WrittenOutCall } from './writtenOutCall.ts'

/** From here on downwards: the slots of what stands beside a node in paths. */
const BESIDE = -2

/** A number where it is one, so that programs of numbers make no arrays. */
const plain = (value: number | Tensor): number | Tensor =>
  typeof value === 'number' || value.shape.length > 0 ? value : value.entries[0]

/** A tape on which each node has a place and belongs to the module of the frame that first made it. */
export class PlacedTape implements Written {
  readonly tape: Tape
  readonly occurrences: Occurrences
  readonly modules: Module[] = []
  readonly module = new IntList()
  readonly place = new IntList()

  /** `occurrences` is how many places in the text its nodes will have, as far as is known. */
  constructor(share: boolean, attributes: Register<Attributes>, occurrences = 0) {
    this.tape = new Tape(share, attributes)
    this.occurrences = new Occurrences(occurrences)
  }

  input(name: string, value: number | Tensor): NodeIndex {
    return this.placed(this.tape.input(name, plain(value)), hashOf(name), null)
  }

  /** An input that has a shape, and its values elsewhere. */
  unknown(name: string, shape: Shape): NodeIndex {
    const size = shape.reduce((product, length) => product * length, 1)
    return this.input(
      name,
      shape.length === 0 ? Number.NaN : { shape, entries: new Float64Array(size).fill(Number.NaN) },
    )
  }

  constant(value: number | Tensor, place: number, frame: WrittenOutCall | null): NodeIndex {
    return this.placed(this.tape.constant(plain(value)), place, frame)
  }

  /** Writes operations that stand nowhere in the text: each has a place of its own beside `place`. */
  beside(place: number, frame: WrittenOutCall | null): Apply {
    let made = 0
    return (op, operands, attributes) => {
      const node = this.tape.apply(op, operands, operands.length, this.tape.attributeIndex(attributes))
      return this.placed(node as NodeIndex, mix(place, BESIDE - made++), frame)
    }
  }

  /** Notes place and module of a node that is new. */
  placed(node: NodeIndex, place: number, frame: WrittenOutCall | null): NodeIndex {
    if (node < this.place.length) return node
    this.place.push(place)
    this.module.push(frame ? this.#moduleOf(frame) : -1)
    return node
  }

  /** The module of a frame. It is made for its first node, so that no module is empty. */
  #moduleOf(frame: WrittenOutCall): number {
    if (frame.module >= 0 || !frame.caller) return frame.module
    const without: WrittenOutCall[] = []
    for (let f: WrittenOutCall = frame; f.module < 0 && f.caller; f = f.caller) without.push(f)
    for (const inner of without.reverse()) {
      const { name, call, caller, callPlace: place } = inner
      const span = { from: call.from, to: call.to }
      inner.module = this.modules.push({ name, parent: caller?.module ?? -1, call: span, place }) - 1
    }
    return frame.module
  }
}
