import { adjoint } from '../autodiff/adjoint.ts'
import type { Adjoint, Primal, Tangent } from '../autodiff/pass.ts'
import type { EdgeIndex, Graph, NodeIndex } from '../graph/graph.ts'
import type { Span } from '../language/syntax.ts'
import { placeOf } from './placeText.ts'
import {
  habitualSlips,
  type LocalSlip,
  type LocalStep,
  localSlips,
  localStep,
  type SlipKind,
  termForgotten,
  type Words,
} from './slips/index.ts'

/** A likely mistake in a derivative that was typed. */
export interface Slip {
  readonly kind: SlipKind
  /** Where it was made, if at one node. */
  readonly node: NodeIndex | null
  readonly span: Span | null
  /** In one or two plain sentences. */
  readonly says: string
}

/** The derivative as typed and as it is, at one point. */
export interface Sample {
  readonly pass: Primal
  readonly tangents: Tangent
  readonly typed: number
  readonly derivative: number
  /** How far the typed number may be from what it is meant to be. */
  readonly tolerance: number
}

/** What is differentiated by what, in which program. */
export interface Question {
  readonly source: string
  readonly graph: Graph
  readonly input: { readonly name: string; readonly node: NodeIndex }
  readonly output: { readonly name: string; readonly node: NodeIndex }
}

/** Points at which a mistake has to explain what was typed. */
const LEAST_POINTS = 3
const MOST_POINTS = 6
/** Graphs of more nodes are not searched. */
const MOST_SEARCHED = 3000

/** The likeliest mistake that explains the typed derivative at every sample, the simplest first; null if none does. */
export function diagnose(question: Question, all: readonly Sample[]): Slip | null {
  const samples = all.filter(isUsable).slice(0, MOST_POINTS)
  if (samples.length < LEAST_POINTS || question.graph.size > MOST_SEARCHED) return null
  return new Diagnosis(question, samples).run()
}

const isUsable = ({ typed, derivative }: Sample): boolean => Number.isFinite(typed) && Number.isFinite(derivative)

class Diagnosis {
  readonly #question: Question
  readonly #samples: readonly Sample[]
  /** By sample: the adjoints of the output. */
  readonly #adjoints: readonly Adjoint[]
  /** Nodes on the way from the input to the output, the outermost first. */
  readonly #nodes: readonly NodeIndex[]

  constructor(question: Question, samples: readonly Sample[]) {
    this.#question = question
    this.#samples = samples
    this.#adjoints = samples.map(({ pass }) => adjoint(pass, { [question.output.name]: 1 }))
    const { graph } = question
    const isOnWay = (node: NodeIndex) => samples.some((_, k) => this.#isOnWay(node, k))
    this.#nodes = [...graph.op.keys()].filter(isOnWay).reverse()
  }

  #isOnWay(node: NodeIndex, k: number): boolean {
    return this.#samples[k].tangents.present[node] === 1 && this.#adjoints[k].present[node] === 1
  }

  run(): Slip | null {
    return (
      this.#numbersPutIn() ??
      first(localSlips, (slip) => this.#atOneNode(slip)) ??
      this.#overwritten(({ length }) => length === 2) ??
      this.#atOneNode(termForgotten) ??
      this.#overwritten(({ length }) => length > 2) ??
      this.#contributionMissing() ??
      this.#ofAnother() ??
      first(habitualSlips, (slip) => this.#everywhere(slip))
    )
  }

  /** Whether what was typed is the number that a mistake gives at each sample. */
  #explains(slipped: (sample: Sample, k: number) => number | null): boolean {
    return this.#samples.every((sample, k) => {
      const number = slipped(sample, k)
      return number !== null && Math.abs(number - sample.typed) <= sample.tolerance + 1e-8 * Math.abs(number)
    })
  }

  #numbersPutIn(): Slip | null {
    const [{ typed, derivative }, ...others] = this.#samples
    const isConstant = others.every((sample) => sample.typed === typed)
    // Numbers are typed with a few digits.
    const isRight = Math.abs(typed - derivative) <= 2e-3 * Math.abs(derivative)
    if (!isConstant || !isRight) return null
    const says = 'Right at this point only: you have put in the numbers. Write the names of the inputs instead.'
    return { kind: 'numbers put in', ...NOWHERE, says }
  }

  /** A mistake at one node changes the derivative by v̄ times the change of its tangent. */
  #atOneNode(slip: LocalSlip): Slip | null {
    for (const node of this.#nodes)
      for (const slot of this.#slots(node)) {
        const slipped = (sample: Sample, k: number): number | null => {
          const step = this.#step(node, sample)
          const tangent = this.#isOnWay(node, k) && step.varies[slot] ? slip.tangent(step, slot) : null
          return tangent === null
            ? null
            : sample.derivative + this.#adjoints[k].numbers[node] * (tangent - step.tangent)
        }
        if (this.#explains(slipped)) return this.#told(slip, node, slot)
      }
    return null
  }

  #slots(node: NodeIndex): number[] {
    const { firstEdge } = this.#question.graph
    return Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => slot)
  }

  #step(node: NodeIndex, { pass, tangents }: Sample): LocalStep {
    return localStep(pass, node, tangents.numbers, tangents.present)
  }

  #told(slip: LocalSlip, node: NodeIndex, slot: number): Slip {
    const says = slip.says(this.#words(node), slot, this.#step(node, this.#samples[0]))
    return { kind: slip.kind, node, span: this.#place(node).span, says }
  }

  #words(node: NodeIndex): Words {
    const { graph, input } = this.#question
    const operands = this.#slots(node).map((slot) => this.#operandText(graph.operand[graph.firstEdge[node] + slot]))
    return { whole: this.#place(node).text, operands, input: input.name }
  }

  #operandText(node: NodeIndex): string {
    const { op, initial, offset } = this.#question.graph
    return op[node] < -1 ? String(initial[offset[node]]) : this.#place(node).text
  }

  #place(node: NodeIndex) {
    return placeOf(this.#question.source, this.#question.graph, node)
  }

  /** At a node that several others read: what comes back from one of them only, as if it overwrote the others. */
  #overwritten(isMeant: (uses: readonly EdgeIndex[]) => boolean): Slip | null {
    for (const node of [...this.#nodes, this.#question.input.node]) {
      const uses = this.#edgesOut(node)
      if (uses.length < 2 || !isMeant(uses)) continue
      for (const kept of uses) {
        const others = uses.filter((edge) => edge !== kept)
        if (this.#explains(({ derivative }, k) => derivative - this.#contributions(others, k)))
          return this.#toldUse(node, uses, kept, others)
      }
    }
    return null
  }

  #contributionMissing(): Slip | null {
    for (const node of [...this.#nodes, this.#question.input.node]) {
      const uses = this.#edgesOut(node)
      for (const missing of uses.length > 2 ? uses : [])
        if (this.#explains(({ derivative }, k) => derivative - this.#contributions([missing], k))) {
          const { text, span } = this.#place(node)
          const says = `${text} is used in ${uses.length} places, and what comes back from them adds up: the contribution through ${this.#consumerText(missing)} is missing.`
          return { kind: 'overwritten', node, span, says }
        }
    }
    return null
  }

  /** The edges through which a node acts on the output. */
  #edgesOut(node: NodeIndex): EdgeIndex[] {
    const { consumerEdge, firstConsumer, firstPartial, consumer } = this.#question.graph
    const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    const isLive = (edge: EdgeIndex) =>
      this.#samples.some(
        ({ pass }, k) => pass.live[firstPartial[edge]] === 1 && this.#adjoints[k].present[consumer[edge]] === 1,
      )
    return [...edges].filter(isLive)
  }

  /** v̄ · ∂v/∂u · u̇ along edges out of one node. */
  #contributions(edges: readonly EdgeIndex[], k: number): number {
    const { consumer, operand, firstPartial } = this.#question.graph
    const { pass, tangents } = this.#samples[k]
    return edges.reduce((sum, edge) => {
      const isAbsent = !pass.live[firstPartial[edge]] || !this.#adjoints[k].present[consumer[edge]]
      const along = this.#adjoints[k].numbers[consumer[edge]] * pass.partials[firstPartial[edge]]
      return isAbsent ? sum : sum + along * tangents.numbers[operand[edge]]
    }, 0)
  }

  #toldUse(node: NodeIndex, uses: readonly EdgeIndex[], kept: EdgeIndex, others: readonly EdgeIndex[]): Slip {
    const { text, span } = this.#place(node)
    const missing = others.length === 1 ? `, and the one through ${this.#consumerText(others[0])} is missing` : ''
    const says = `${text} is used in ${uses.length} places, and what comes back from them adds up: only the contribution through ${this.#consumerText(kept)} is there${missing}.`
    return { kind: 'overwritten', node, span, says }
  }

  #consumerText(edge: EdgeIndex): string {
    const { consumer, operand, firstEdge } = this.#question.graph
    const node = consumer[edge]
    const text = this.#place(node).text
    const slots = this.#slots(node).filter((slot) => operand[firstEdge[node] + slot] === operand[edge])
    if (slots.length === 1) return text
    return `operand ${edge - firstEdge[node] + 1} of ${text}`
  }

  /** The derivative of something else, by something else, or something that is none. */
  #ofAnother(): Slip | null {
    const { graph, input, output } = this.#question
    const by = graph.inputs.filter(({ node }) => node !== input.node)
    const among = (k: number, node: NodeIndex) => this.#adjoints[k].numbers[graph.offset[node]]
    const wrong = by.find(({ node }) => this.#explains((_, k) => among(k, node)))
    const added = by.find(({ node }) => this.#explains(({ derivative }, k) => derivative + among(k, node)))
    const of = graph.outputs.find(
      ({ node }) =>
        node !== output.node &&
        this.#explains(({ tangents }) => (tangents.present[node] ? tangents.numbers[node] : null)),
    )
    if (this.#explains(({ pass }) => pass.values[output.node]))
      return told('value instead of derivative', `This is ${output.name} itself, not its derivative.`)
    if (wrong)
      return told('wrong variable', `This is the derivative by ${wrong.name}; asked for is the one by ${input.name}.`)
    if (added) {
      const says = `${added.name} is another input, which stands still while ${input.name} changes: its own derivative was added.`
      return told('other input not held fixed', says)
    }
    if (of) return told('wrong output', `This is the derivative of ${of.name}; asked for is that of ${output.name}.`)
    return this.#explains(({ derivative }) => -derivative) ? told('sign', 'The sign of the whole is wrong.') : null
  }

  /** A mistake made at every node that allows it. */
  #everywhere(slip: LocalSlip): Slip | null {
    const { output } = this.#question
    const nodes = [...this.#nodes].reverse()
    const made = new Set<NodeIndex>()
    const slipped = ({ pass, tangents }: Sample): number => {
      const numbers = tangents.numbers.slice()
      for (const node of nodes) numbers[node] = this.#slippedTangent(slip, pass, node, numbers, tangents.present, made)
      return numbers[output.node]
    }
    if (!this.#explains(slipped) || made.size < 2) return null
    const [node] = made
    const { says, ...told } = this.#told(slip, node, 0)
    return { ...told, says: `${says} The same at ${made.size - 1} more.` }
  }

  #slippedTangent(
    slip: LocalSlip,
    pass: Primal,
    node: NodeIndex,
    tangents: Float64Array,
    present: Uint8Array,
    made: Set<NodeIndex>,
  ): number {
    const { graph, input } = this.#question
    if (node === input.node || graph.op[node] < 0) return tangents[node]
    const step = localStep(pass, node, tangents, present)
    const right = step.partials.reduce(
      (sum, partial, slot) => sum + (step.varies[slot] ? partial * step.tangents[slot] : 0),
      0,
    )
    const wrong = slip.tangent({ ...step, tangent: right }, 0)
    if (wrong === null || !step.varies[0]) return right
    made.add(node)
    return wrong
  }
}

const NOWHERE = { node: null, span: null }

const told = (kind: SlipKind, says: string): Slip => ({ kind, ...NOWHERE, says })

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}
