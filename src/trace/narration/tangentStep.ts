import { isClosed, operationOf } from '../../graph/operations.ts'
import { entryFormula, operandsOf, slotOf } from '../../notation/formulas.ts'
import { counted } from '../../notation/numbers.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Term } from '../pass.ts'
import { arrayForward } from './arraySteps.ts'
import { moduleForward } from './moduleSteps.ts'
import type { Situation } from './situation.ts'
import { capitalised, entrySeeded, seedGiven, type Voice } from './voice.ts'

/** What a step of a tangent pass does, in one sentence. */
export function tangentStep(situation: Situation, voice: Voice): string {
  const { pass, graph, node, terms, seed } = situation
  const name = voice.node(node)
  if (seed === 1 && pass.seed !== null) return `The seed: the derivative of ${name} by itself is 1.`
  if (seed !== null && typeof seed !== 'number' && pass.seed !== null) return entrySeeded(pass.seed, voice)
  if (seed !== null) return `${seedGiven(name, 'tangent', seed, voice)}.`
  const sources = terms.map(({ source }) => source)
  if (isClosed(graph, node)) return moduleForward(graph, node, sources, voice)
  const title = capitalised(operationOf(graph, node)?.title ?? '')
  if (terms.every(({ edge }) => entryFormula(graph, edge) === '0'))
    return `${title} is flat between its jumps, so its local partial is 0 everywhere.`
  if (terms.length === 1) return `${title}: ${oneTangent(situation, terms[0], voice)}`
  return `${title}${severalTangents(situation, voice)}`
}

function severalTangents({ pass, graph, node, terms }: Situation, voice: Voice): string {
  const sources = terms.map(({ source }) => source)
  const name = operationOf(graph, node)?.name ?? ''
  if (PRODUCTS.has(name)) return ', the product rule: each tangent times the other operand, added up.'
  if (terms.every((term) => isUnchanged(graph, term)) && new Set(sources).size === sources.length)
    return `: the tangents of ${voice.nodes(sources)} add up.`
  const seeded = pass.seed === null ? 'v' : voice.named(pass.seed)
  return `: ${voice.node(node)} depends on ${seeded} through ${counted(terms.length)} operands, so their terms add up.`
}

/** Products follow one rule, of numbers and of arrays. */
const PRODUCTS: ReadonlySet<string> = new Set(['mul', 'matmul', 'dot', 'outer', 'conv'])

const isUnchanged = (graph: Situation['graph'], { edge, partial }: Term): boolean =>
  partial === null ? entryFormula(graph, edge) === '1' : partial === 1

function oneTangent({ graph, node }: Situation, { edge, source, partial }: Term, voice: Voice): string {
  const [name, from] = [voice.node(node), voice.node(source)]
  if (partial === null) return `${arrayForward(graph, edge, voice)}.`
  const operation = operationOf(graph, node) as Primitive
  if (operation.name === 'mul') {
    const other = voice.node(operandsOf(graph, node)[1 - slotOf(graph, edge)])
    return `${name} gets the tangent of ${from} times the other operand, ${other}.`
  }
  if (partial === 1 && operation.pattern === 'router') return `${name} takes ${from}, and so its tangent.`
  if (partial === 1) return `${name} gets the tangent of ${from} unchanged.`
  if (partial === -1) return `${name} gets the tangent of ${from} with the opposite sign.`
  return `${name} gets the tangent of ${from} times the local partial.`
}
