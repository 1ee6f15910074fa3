import { adjoint } from '../../autodiff/adjoint.ts'
import type { Adjoint, Primal, Tangent } from '../../autodiff/pass.ts'
import { CONSTANT, type Graph, type NodeIndex } from '../../graph/graph.ts'
import type { Span } from '../../language/syntax.ts'
import { type LocalMistake, type LocalStep, localStep, type MistakeKind } from '../mistakes/index.ts'
import { type NodePlace, nodePlace } from '../placeText.ts'

/** A likely mistake in a derivative that was typed. */
export interface Mistake {
  readonly kind: MistakeKind
  /** Where it was made, if at one node. */
  readonly node: NodeIndex | null
  readonly span: Span | null
  /** In one plain sentence, or two. */
  readonly says: string
}

/** The derivative as typed and as it is, at one point. */
export interface DerivativeSample {
  readonly pass: Primal
  readonly tangents: Tangent
  readonly typed: number
  /** The derivative of what was typed. */
  readonly slope: number
  readonly derivative: number
  /** How far the typed number may be from what it is meant to be. */
  readonly tolerance: number
}

/** What is differentiated by what, in which program. */
export interface Exercise {
  readonly source: string
  readonly graph: Graph
  readonly input: { readonly name: string; readonly node: NodeIndex }
  readonly output: { readonly name: string; readonly node: NodeIndex }
}

/** Those of a formula; a number has only its own. */
export const LEAST_POINTS = 3
/** Of numbers that a mistake gives: they may cancel where the derivative does not. */
const TOLERANCE = 1e-8

const isOff = (number: number, { typed, tolerance }: DerivativeSample): boolean =>
  Math.abs(number - typed) > tolerance + TOLERANCE * Math.abs(number)

/** A wrong derivative at several points, and the passes that mistakes are judged by. */
export class Case {
  readonly question: Exercise
  readonly samples: readonly DerivativeSample[]
  /** By sample: the adjoints of the output. */
  readonly adjoints: readonly Adjoint[]
  /** Nodes on the way from the input to the output, the outermost first, the input last. */
  readonly nodes: readonly NodeIndex[]
  /** Points at which a mistake has to explain what was typed. */
  readonly #least: number
  readonly #steps = new Map<DerivativeSample, Map<NodeIndex, LocalStep>>()

  constructor(question: Exercise, samples: readonly DerivativeSample[], least = LEAST_POINTS) {
    this.#least = least
    this.question = question
    this.samples = samples
    this.adjoints = samples.map(({ pass }) => adjoint(pass, { [question.output.name]: 1 }))
    const isOnWay = (node: NodeIndex) => samples.some((_, k) => this.isOnWay(node, k))
    this.nodes = [...question.graph.op.keys()].filter(isOnWay).reverse()
  }

  /** Whether the input acts on the node, and the node on the output, at one sample. */
  isOnWay(node: NodeIndex, k: number): boolean {
    return this.samples[k].tangents.present[node] === 1 && this.adjoints[k].present[node] === 1
  }

  /** Whether what was typed is the number that a mistake gives at each sample where it gives one, and these are enough. */
  explains(slipped: (sample: DerivativeSample, k: number) => number | null): boolean {
    let explained = 0
    for (const [k, sample] of this.samples.entries()) {
      const number = slipped(sample, k)
      if (number === null || isOff(number, sample)) return false
      if (!Number.isNaN(number)) explained++
    }
    return explained >= this.#least
  }

  slots(node: NodeIndex): number[] {
    const { firstEdge } = this.question.graph
    return Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => slot)
  }

  step(node: NodeIndex, sample: DerivativeSample): LocalStep {
    const steps = this.#steps.get(sample) ?? new Map<NodeIndex, LocalStep>()
    const { pass, tangents } = sample
    const step = steps.get(node) ?? localStep(pass, node, tangents.numbers, tangents.present, this.question.input.node)
    this.#steps.set(sample, steps.set(node, step))
    return step
  }

  place(node: NodeIndex): NodePlace {
    return nodePlace(this.question.source, this.question.graph, node)
  }

  told(mistake: LocalMistake, node: NodeIndex, slot: number): Mistake {
    const { graph, input } = this.question
    const { text: whole, span } = this.place(node)
    const operands = this.slots(node).map((each) => this.#operandText(graph.operand[graph.firstEdge[node] + each]))
    const says = mistake.says({ whole, operands, input: input.name }, slot, this.step(node, this.samples[0]))
    return { kind: mistake.kind, node, span, says }
  }

  #operandText(node: NodeIndex): string {
    const { op, initial, offset } = this.question.graph
    return op[node] === CONSTANT ? String(initial[offset[node]]) : this.place(node).text
  }
}

/** A slip that belongs to no node. */
export const mistakeOf = (kind: MistakeKind, says: string): Mistake => ({ kind, node: null, span: null, says })
