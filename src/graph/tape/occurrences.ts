import type { Span } from '../../language/syntax.ts'
import type { Graph, NodeIndex } from '../graph.ts'
import { IntList } from '../intList.ts'

/** Where nodes stand in the text, gathered in any order. */
export class Occurrences {
  readonly #node: IntList
  readonly #from: IntList
  readonly #to: IntList

  /** `room` is how many there will be, as far as is known. */
  constructor(room = 0) {
    this.#node = new IntList(room)
    this.#from = new IntList(room)
    this.#to = new IntList(room)
  }

  add(node: NodeIndex, at: Span): void {
    this.#node.push(node)
    this.#from.push(at.from)
    this.#to.push(at.to)
  }

  /** Sorted by `from`, by counting, since `from` is at most `length`. */
  sorted(length: number): Graph['occurrences'] {
    const count = this.#node.length
    const from = this.#from.items
    const to = this.#to.items
    const node = this.#node.items
    const next = new Int32Array(length + 2)
    for (let i = 0; i < count; i++) next[from[i] + 1]++
    for (let i = 1; i < next.length; i++) next[i] += next[i - 1]
    const occurrences = { node: new Int32Array(count), from: new Int32Array(count), to: new Int32Array(count) }
    for (let i = 0; i < count; i++) {
      const place = next[from[i]]++
      occurrences.node[place] = node[i]
      occurrences.from[place] = from[i]
      occurrences.to[place] = to[i]
    }
    return occurrences
  }
}
