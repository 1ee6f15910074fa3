import type { Graph, NodeIndex } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { CompiledProgram, type CompiledSlot } from './compiled/program.ts'
import type { Evaluated } from './pass.ts'
import { begin, evaluateAll, type Growing } from './primal.ts'
import { noSums, pullAll, type Sums } from './sweep.ts'

/** Compiling takes about as long as so many evaluations on the tape. */
const WARM = 8

/**
 * The value of an output and its gradient, at one point after another: a primal and an adjoint pass that are taken
 * again and again in the same arrays. After some evaluations of a graph they are compiled, to the same numbers bit for bit.
 */
export class Gradient {
  readonly #graph: Graph
  readonly #output: NodeIndex
  readonly #onTape: { readonly pass: Growing; readonly sums: Sums }
  readonly #patience: number
  #compiled: CompiledSlot | null = null

  /**
   * At the values that the program gives, to begin with. Of an array the first entry is meant. `patience` is how many
   * evaluations of the graph, by whichever gradients, the tape serves before it is compiled.
   */
  constructor(graph: Graph, output: NodeIndex, patience = WARM) {
    this.#graph = graph
    this.#output = output
    this.#patience = patience
    const pass = begin(graph, graph.initial.slice())
    this.#onTape = { pass, sums: noSums(pass) }
  }

  /** By entry; those of inputs are the point, and may be moved before a primal pass. Ask for it anew after one. */
  get values(): Float64Array {
    return (this.#compiled ?? this.#onTape.pass).values
  }

  /** By entry: those of inputs are the gradient; others stand there on the tape alone. Ask for it anew after a primal pass. */
  get adjoints(): Float64Array {
    return this.#compiled?.adjoints ?? this.#onTape.sums.numbers
  }

  /** Both passes at the point, with the local partials and the adjoints of all nodes. */
  onTape(): { readonly pass: Evaluated; readonly adjoints: Float64Array } {
    const { pass, sums } = this.#onTape
    if (this.#compiled) {
      pass.values.set(this.#compiled.values)
      evaluateAll(pass)
      this.#pullOnTape()
    }
    return { pass, adjoints: sums.numbers }
  }

  /** The primal pass; gives the value of the output. */
  evaluate(): number {
    if (!this.#compiled && ++usesOf(this.#graph).evaluations > this.#patience) this.#compile()
    if (this.#compiled) return this.#compiled.evaluate()
    evaluateAll(this.#onTape.pass)
    return this.values[this.#graph.offset[this.#output]]
  }

  /** The adjoint pass, after the primal pass. */
  pull(): void {
    if (this.#compiled) this.#compiled.pull()
    else this.#pullOnTape()
  }

  #pullOnTape(): void {
    const { pass, sums } = this.#onTape
    const seed = this.#graph.offset[this.#output]
    sums.numbers.fill(0)
    sums.present.fill(0)
    sums.numbers[seed] = 1
    sums.present[seed] = 1
    pullAll(pass, sums)
  }

  /** The tape goes on serving where the browser or the page’s policy refuses. */
  #compile(): void {
    const { programs } = usesOf(this.#graph)
    if (!programs.has(this.#output)) programs.set(this.#output, programOf(this.#graph, this.#output))
    const slot = slotOf(programs.get(this.#output))
    slot?.values.set(this.#onTape.pass.values)
    this.#compiled = slot
  }
}

/** What has become of a graph: how often it was evaluated, and its programs by output, null where there can be none. */
const usesOf = memo((_graph: Graph) => ({ evaluations: 0, programs: new Map<NodeIndex, CompiledProgram | null>() }))

function programOf(graph: Graph, output: NodeIndex): CompiledProgram | null {
  try {
    return new CompiledProgram(graph, output)
  } catch {
    return null
  }
}

/** Null where there is no program, or no memory for one gradient more. */
function slotOf(program: CompiledProgram | null | undefined): CompiledSlot | null {
  try {
    return program?.slot() ?? null
  } catch {
    return null
  }
}
