import { isClosed, operationOf } from '../../graph/operations.ts'
import { noun } from '../../language/words.ts'
import { entryFormula, operandNodes, slotOf } from '../../notation/formulas.ts'
import { spelled } from '../../notation/spokenNumbers.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Term } from '../pass.ts'
import { isPartialHidden } from '../withheld.ts'
import { arrayForward } from './arraySteps.ts'
import { moduleForward } from './moduleSteps.ts'
import { resultOf, type Situation } from './situation.ts'
import { capitalised, entrySeeded, seedGiven, type Voice } from './voice.ts'

/** What a step of a tangent pass does, in one sentence. */
export function tangentStep(situation: Situation, voice: Voice): string {
  const { pass, graph, node, terms, seed } = situation
  const name = voice.node(node)
  if (seed === 1 && pass.seed !== null) return `The seed: the derivative of ${name} by itself is 1.`
  if (seed !== null && typeof seed !== 'number' && pass.seed !== null) return entrySeeded(pass.seed, voice)
  if (seed !== null) return `${seedGiven(name, 'tangent', seed, voice)}.`
  const sources = terms.map(({ source }) => source)
  const found = voice.found(resultOf(situation))
  if (terms.some(({ edge }) => isPartialHidden(pass.primal, edge)))
    return `${voice.subject(node)} gets the ${noun(terms.length, 'tangent')} of ${voice.nodes(sources)}, ${terms.length > 1 ? 'each times its' : 'times the'} local partial: ${found}.`
  if (isClosed(graph, node)) return `${moduleForward(graph, node, sources, voice)}: ${found}.`
  const title = capitalised(operationOf(graph, node)?.title ?? '')
  if (terms.every(({ edge }) => entryFormula(graph, edge) === '0'))
    return `${title} is flat between its jumps, so its local partial is 0 everywhere, and so is what ${voice.subject(node)} gets: ${found}.`
  if (terms.length === 1) return `${title}: ${oneTangent(situation, terms[0], voice)}: ${found}.`
  return `${title}${severalTangents(situation, voice)} ${found}.`
}

/** A clause that the sum completes. */
function severalTangents({ pass, graph, node, terms }: Situation, voice: Voice): string {
  const sources = terms.map(({ source }) => source)
  const name = operationOf(graph, node)?.name ?? ''
  if (PRODUCTS.has(name)) return ', the product rule: each tangent times the other operand, added up:'
  if (terms.every((term) => isUnchanged(graph, term)) && new Set(sources).size === sources.length)
    return `: ${voice.subject(node)} gets the tangents of ${voice.nodes(sources)}, added up:`
  const seeded = pass.seed === null ? 'v' : voice.named(pass.seed)
  return `: ${voice.subject(node)} depends on ${seeded} through ${spelled(terms.length)} operands, so their terms add up to`
}

/** Products follow one rule, of numbers and of arrays. */
const PRODUCTS: ReadonlySet<string> = new Set(['mul', 'matmul', 'dot', 'outer', 'conv'])

const isUnchanged = (graph: Situation['graph'], { edge }: Term): boolean => entryFormula(graph, edge) === '1'

/** By the rule of the operation; by the number only where the rule chooses between cases. */
function oneTangent({ pass, graph, node }: Situation, { edge, source, partial }: Term, voice: Voice): string {
  const [name, from] = [voice.subject(node), voice.node(source)]
  const formula = entryFormula(graph, edge)
  if (partial === null) return arrayForward(graph, edge, voice)
  const operation = operationOf(graph, node) as Primitive
  if (operation.name === 'mul') {
    const other = voice.node(operandNodes(graph, node)[1 - slotOf(graph, edge)])
    return `${name} gets the tangent of ${from} times the other operand, ${other}`
  }
  if (partial === 1 && operation.pattern === 'router') return `${name} takes ${from}, and so its tangent`
  if (formula === '1') return `${name} gets the tangent of ${from} unchanged`
  if (formula === '-1') return `${name} gets the tangent of ${from} with the opposite sign`
  return `${name} gets the tangent of ${from} times ${voice.partial(pass.primal, edge)}`
}
