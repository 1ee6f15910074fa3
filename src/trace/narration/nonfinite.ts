import type { NodeIndex } from '../../graph/graph.ts'
import { primitiveOf } from '../../notation/symbols.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Term } from '../pass.ts'
import { operandsOf, primitiveAt, type Situation } from './situation.ts'
import { capitalised, type Voice } from './voice.ts'

/** Why a step's number is NaN or infinite; null where it is finite. */
export function explainNonfinite(situation: Situation): ((voice: Voice) => string) | null {
  const { pass, node } = situation
  const number = pass.numbers[node]
  if (Number.isFinite(number)) return null
  if (pass.kind === 'primal') return (voice) => explainValue(situation, number, voice)
  return Number.isNaN(number) ? (voice) => explainNaN(situation, voice) : (voice) => explainInfinity(situation, voice)
}

const PASSES_THROUGH = 'and NaN passes through everything'

function explainValue({ pass, graph, node }: Situation, value: number, voice: Voice): string {
  const primitive = primitiveOf(graph, node)
  if (!primitive) return `The input itself is ${voice.number(value)}.`
  const operands = operandsOf(graph, node)
  const nonfinite = operands.find((operand) => !Number.isFinite(pass.numbers[operand]))
  if (Number.isNaN(value)) {
    const bad = operands.find((operand) => Number.isNaN(pass.numbers[operand]))
    if (bad !== undefined) return `${voice.node(bad)} is NaN already, ${PASSES_THROUGH}.`
    return noRealValue(primitive, node, voice, 'value')
  }
  if (nonfinite !== undefined) return `${voice.node(nonfinite)} is infinite already, and so is the result.`
  if (primitive.name === 'div')
    return `Dividing by ${voice.number(pass.numbers[operands[1]])} gives ${voice.number(value)}.`
  return `The result is ${voice.number(value)}: the function has no finite value here, or it is too large for a number.`
}

function noRealValue({ title, domain }: Primitive, node: NodeIndex, voice: Voice, what: string): string {
  return domain
    ? `${capitalised(title)} is real only where ${voice.formula(node, domain)}, so its ${what} is NaN, not a number.`
    : `${capitalised(title)} has no value at these operands, so its ${what} is NaN, not a number.`
}

function explainNaN(situation: Situation, voice: Voice): string {
  const term = situation.terms.find(({ product }) => Number.isNaN(product))
  if (term) return explainNaNTerm(situation, term, voice)
  if (Number.isNaN(situation.seed)) return 'The seed itself is NaN.'
  return 'The sum meets +∞ and −∞, which have no sum: the result is NaN, not a number.'
}

function explainNaNTerm({ pass, graph }: Situation, { factor, partial, source, edge }: Term, voice: Voice): string {
  if (Number.isNaN(factor)) return `The ${pass.kind} of ${voice.node(source)} is NaN already, ${PASSES_THROUGH}.`
  const product = `${voice.number(factor)} ${voice.times} ${voice.number(partial)}`
  if (!Number.isNaN(partial)) return `The term is ${product}, which has no value: it is NaN, not a number.`
  const consumer = graph.consumer[edge]
  if (operandsOf(graph, consumer).some((operand) => Number.isNaN(pass.primal.values[operand])))
    return `The local partial is NaN, since a value that it is computed from is, ${PASSES_THROUGH}.`
  if (Number.isNaN(pass.primal.values[consumer]))
    return noRealValue(primitiveAt(graph, edge), consumer, voice, 'partial')
  return 'The local partial has no value at this point: it is NaN, not a number.'
}

function explainInfinity({ pass, terms, seed }: Situation, voice: Voice): string {
  const term = terms.find(({ product }) => !Number.isFinite(product))
  if (term && !Number.isFinite(term.factor))
    return `The ${pass.kind} of ${voice.node(term.source)} is infinite already.`
  if (term && !Number.isFinite(term.partial)) return 'The local partial is infinite at this point.'
  if (seed !== null && !Number.isFinite(seed)) return 'The seed itself is infinite.'
  return 'The result is too large for a number, so it becomes infinite.'
}
