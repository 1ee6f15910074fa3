import { type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import { isClosed, operationOf } from '../../graph/operations.ts'
import { operandNodes } from '../../notation/formulas.ts'
import { entriesOf } from '../../notation/numbers.ts'
import { titleOf } from '../../notation/symbols.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { entriesRead } from '../pairs.ts'
import type { Pass, Term } from '../pass.ts'
import { isStepTold } from '../withheld.ts'
import { arises, beyondDoubles, isTooLarge, stemsFromOverflow } from './overflow.ts'
import { partialsMet } from './partialsMet.ts'
import type { Situation } from './situation.ts'
import { capitalised, type Voice } from './voice.ts'

/** An entry of a node; a number is its own only entry. */
interface Place {
  readonly node: NodeIndex
  readonly entry: number
}

/** Why a step's number is NaN or infinite, of an array its first such entry; null where all is finite. */
export function explainNonfinite(situation: Situation): ((voice: Voice) => string) | null {
  const { pass, node } = situation
  // What is hidden is no NaN.
  if (!isStepTold(pass, node)) return null
  const place = firstWhere(pass, node, (number) => !Number.isFinite(number))
  if (!place) return null
  if (pass.kind === 'primal') return (voice) => explainValue(situation, place, voice)
  const explain = Number.isNaN(numberAt(pass, place)) ? explainNaN : explainInfinity
  return (voice) => explain(situation, place, voice) + overflowNote(pass, place, voice)
}

/** The note on a number that is too large for a double, though it is finite in mathematics. */
function overflowNote(pass: Pass, { node, entry }: Place, voice: Voice): string {
  if (!stemsFromOverflow(pass, node, entry)) return ''
  const where = arises(pass, node, entry) ? 'arose here' : 'arose on the way here'
  return ` ${capitalised(beyondDoubles(voice))} ${where}, so the result is not the derivative.`
}

const numberAt = ({ primal: { graph }, numbers }: Pick<Pass, 'primal' | 'numbers'>, { node, entry }: Place): number =>
  numbers[graph.offset[node] + entry]

function firstWhere({ primal: { graph }, numbers }: Pass, node: NodeIndex, is: (x: number) => boolean): Place | null {
  const entry = numbers.subarray(graph.offset[node], graph.offset[node + 1]).findIndex(is)
  return entry < 0 ? null : { node, entry }
}

const PASSES_THROUGH = 'and NaN passes through everything'

function explainValue({ pass, graph, node }: Situation, place: Place, voice: Voice): string {
  const value = numberAt(pass, place)
  const entry = voice.entry(node, place.entry)
  if (graph.op[node] === INPUT)
    return graph.shape[node] === 0
      ? `The input itself is ${voice.number(value)}.`
      : `The input’s entry ${entry} is ${voice.number(value)}.`
  const read = placesRead(pass, place)
  if (Number.isNaN(value)) {
    const bad = read.find((operand) => Number.isNaN(numberAt(pass, operand)))
    if (bad) return `${voice.entry(bad.node, bad.entry)} is NaN already, ${PASSES_THROUGH}.`
    return noRealValue(graph, node, voice, graph.shape[node] === 0 ? 'value' : `value ${entry}`)
  }
  const infinite = read.find((operand) => !Number.isFinite(numberAt(pass, operand)))
  if (infinite) return `${voice.entry(infinite.node, infinite.entry)} is infinite already, and so is the result.`
  if (operationOf(graph, node)?.name === 'div')
    return `Dividing by ${voice.number(numberAt(pass, read[1]))} gives ${voice.number(value)}.`
  const subject = graph.shape[node] === 0 ? 'The result' : entry
  return `${subject} is ${voice.number(value)}: the function has no finite value here, or it is too large for a number.`
}

/** The entries of the operands that an entry is computed from. */
const placesRead = ({ primal }: Pass, { node, entry }: Place): Place[] =>
  operandNodes(primal.graph, node).flatMap((operand, slot) =>
    entriesRead(primal, primal.graph.firstEdge[node] + slot, entry).map((read) => ({ node: operand, entry: read })),
  )

function noRealValue(graph: Graph, node: NodeIndex, voice: Voice, what: string): string {
  const operation = operationOf(graph, node)
  const title = capitalised(titleOf(graph, node) ?? '')
  if (isClosed(graph, node))
    return `A step inside ${titleOf(graph, node)} has no value here, so its ${what} is NaN: open it to see which.`
  return operation && !isArrayPrimitive(operation) && operation.domain
    ? `${title} is real only where ${voice.formula(node, operation.domain)}, so its ${what} is NaN, not a number.`
    : `${title} has no value at these operands, so its ${what} is NaN, not a number.`
}

function explainNaN(situation: Situation, { entry }: Place, voice: Voice): string {
  const term = situation.terms.find(({ product }) => Number.isNaN(entriesOf(product)[entry]))
  if (term)
    return term.partial === null
      ? explainNaNArray(situation, term, entry, voice)
      : explainNaNTerm(situation, term, term.partial, voice)
  if (situation.seed !== null && Number.isNaN(entriesOf(situation.seed)[entry])) return 'The seed itself is NaN.'
  return 'The sum meets +∞ and −∞, which have no sum: the result is NaN, not a number.'
}

function explainNaNTerm(situation: Situation, term: Term, partial: number, voice: Voice): string {
  const { factor, source } = term
  if (Number.isNaN(factor))
    return `The ${situation.pass.kind} of ${voice.node(source)} is NaN already, ${PASSES_THROUGH}.`
  const product = `${voice.number(factor)} ${voice.times} ${voice.number(partial)}`
  if (!Number.isNaN(partial)) return `The term is ${product}, which has no value: it is NaN, not a number.`
  return (
    explainNaNPartial(situation, term, voice) ??
    'The local partial has no value at this point: it is NaN, not a number.'
  )
}

/** Of a term between arrays. */
function explainNaNArray(situation: Situation, term: Term, entry: number, voice: Voice): string {
  const { pass } = situation
  const bad = firstWhere(pass, term.source, Number.isNaN)
  if (bad) return `The ${pass.kind} of ${voice.entry(bad.node, bad.entry)} is NaN already, ${PASSES_THROUGH}.`
  if (!partialsMet(pass, term.edge, entry).some(Number.isNaN))
    return 'The term multiplies 0 by an infinite number, which has no value: it is NaN, not a number.'
  return (
    explainNaNPartial(situation, term, voice) ?? 'A local partial has no value at this point: it is NaN, not a number.'
  )
}

function explainNaNPartial({ pass, graph }: Situation, { edge }: Term, voice: Voice): string | null {
  const consumer = graph.consumer[edge]
  const values = { ...pass, numbers: pass.primal.values }
  const bad = operandNodes(graph, consumer)
    .map((operand) => firstWhere(values, operand, Number.isNaN))
    .find(Boolean)
  if (bad && graph.shape[bad.node] === 0)
    return `The local partial is NaN, since a value that it is computed from is, ${PASSES_THROUGH}.`
  if (bad) return `A local partial is NaN, since ${voice.entry(bad.node, bad.entry)} is, ${PASSES_THROUGH}.`
  return firstWhere(values, consumer, Number.isNaN) ? noRealValue(graph, consumer, voice, 'partial') : null
}

function explainInfinity({ pass, terms, seed }: Situation, { entry }: Place, voice: Voice): string {
  const term = terms.find(({ product }) => !Number.isFinite(entriesOf(product)[entry]))
  const infinite = term && firstWhere(pass, term.source, (number) => !Number.isFinite(number))
  if (infinite) return `The ${pass.kind} of ${voice.entry(infinite.node, infinite.entry)} is infinite already.`
  const partials = term ? (term.partial === null ? partialsMet(pass, term.edge, entry) : [term.partial]) : []
  if (partials.some((partial) => !Number.isFinite(partial)))
    return term && isTooLarge(pass, term.edge)
      ? 'The local partial is too large for a number, so it becomes infinite.'
      : 'The local partial is infinite at this point.'
  if (seed !== null && !Number.isFinite(entriesOf(seed)[entry])) return 'The seed itself is infinite.'
  return 'The result is too large for a number, so it becomes infinite.'
}
