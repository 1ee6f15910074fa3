import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Evaluated } from './pass.ts'
import { begin, evaluateAll, type Growing } from './primal.ts'
import { noSums, pullAll, type Sums } from './sweep.ts'

/**
 * The value of an output and its gradient, at one point after another: a primal and an adjoint pass that are taken
 * again and again in the same arrays.
 */
export class Gradient {
  readonly pass: Evaluated
  readonly #growing: Growing
  readonly #sums: Sums
  readonly #seed: number

  /** At the values that the program gives, to begin with. Of an array the first entry is meant. */
  constructor(graph: Graph, output: NodeIndex) {
    this.#growing = begin(graph, graph.initial.slice())
    this.pass = this.#growing
    this.#sums = noSums(this.pass)
    this.#seed = graph.offset[output]
  }

  /** By entry; those of inputs are the point, and may be moved before a primal pass. */
  get values(): Float64Array {
    return this.pass.values
  }

  /** By entry; those of inputs are the gradient. */
  get adjoints(): Float64Array {
    return this.#sums.numbers
  }

  /** The primal pass; gives the value of the output. */
  evaluate(): number {
    evaluateAll(this.#growing)
    return this.values[this.#seed]
  }

  /** The adjoint pass, after the primal pass. */
  pull(): void {
    const { numbers, present } = this.#sums
    numbers.fill(0)
    present.fill(0)
    numbers[this.#seed] = 1
    present[this.#seed] = 1
    pullAll(this.pass, this.#sums)
  }
}
