import type { Value } from '../../graph/graph.ts'
import { isClosed } from '../../graph/operations.ts'
import { listed, noun } from '../../language/words.ts'
import { edgeFormula, operandNodes, slotOf } from '../../notation/formulas.ts'
import { spelled } from '../../notation/spokenNumbers.ts'
import { titleOf } from '../../notation/symbols.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import { finalAt } from '../frame.ts'
import type { Term } from '../pass.ts'
import { isPartialHidden } from '../withheld.ts'
import { arrayBackward } from './arraySteps.ts'
import { moduleBackward } from './moduleSteps.ts'
import { operationAt, resultOf, type Situation, seededOutputs } from './situation.ts'
import { capitalised, entrySeeded, seedGiven, type Voice } from './voice.ts'

/** What a step of an adjoint pass does, in one sentence. */
export function adjointStep(situation: Situation, voice: Voice): string {
  const { seed, terms } = situation
  if (seed !== null) return seededStep(situation, seed, voice)
  return terms.length === 1 ? oneContribution(situation, terms[0], voice) : branch(situation, voice)
}

function seededStep({ pass, graph, node, terms }: Situation, seed: Value, voice: Voice): string {
  const outputs = listed(seededOutputs(pass, graph, node).map(voice.named))
  const given = seedGiven(outputs, 'adjoint', seed, voice)
  if (terms.length > 0)
    return `${given}, and ${spelled(terms.length)} ${noun(terms.length, 'contribution')} from other outputs add${terms.length === 1 ? 's' : ''} to it: ${voice.found(finalAt(pass, node))}.`
  if (seed === 1 && pass.seed !== null) return `The seed: the derivative of ${outputs} by itself is 1.`
  return pass.seed !== null && typeof seed !== 'number' ? entrySeeded(pass.seed, voice) : `${given}.`
}

function oneContribution(situation: Situation, term: Term, voice: Voice): string {
  const { pass, graph, node } = situation
  const found = voice.found(resultOf(situation))
  const title = capitalised(titleOf(graph, term.source) ?? '')
  if (isPartialHidden(pass.primal, term.edge))
    return `${title}: ${voice.subject(node)} gets the adjoint of ${voice.node(term.source)} times the local partial: ${found}.`
  if (isClosed(graph, term.source)) return `${moduleBackward(pass, graph, term.source, node, voice)}: ${found}.`
  if (term.partial === null) return `${title}: ${arrayBackward(graph, term.edge, voice)}: ${found}.`
  return `${title}${numberBackward(situation, term, voice)}: ${found}.`
}

/** By the rule of the operation; by the number only where the rule chooses between cases. */
function numberBackward({ pass, graph, node }: Situation, { edge, source, partial }: Term, voice: Voice): string {
  const operation = operationAt(graph, edge) as Primitive
  const formula = edgeFormula(graph, edge)
  const [name, consumer] = [voice.subject(node), voice.node(source)]
  if (operation.name === 'mul') {
    const other = voice.node(operandNodes(graph, source)[1 - slotOf(graph, edge)])
    return `: ${name} gets the adjoint of ${consumer} times the other operand, ${other}`
  }
  if (formula === '0')
    return ` is flat between its jumps, so its local partial is 0 everywhere, and so is what ${name} gets`
  if (partial === 1 && operation.pattern === 'router')
    return `: ${consumer} took ${name}, so its whole adjoint goes there`
  if (formula === '1') return `: ${name} gets the adjoint of ${consumer} unchanged`
  if (formula === '-1') return `: ${name} gets the adjoint of ${consumer} with the opposite sign`
  return `: ${name} gets the adjoint of ${consumer} times ${voice.partial(pass.primal, edge)}`
}

/** Several contributions: the node is read in several places. */
function branch(situation: Situation, voice: Voice): string {
  const { graph, node, terms } = situation
  const name = voice.subject(node)
  const found = voice.found(resultOf(situation))
  const count = terms.length
  const readings = graph.firstConsumer[node + 1] - graph.firstConsumer[node]
  const consumers = [...new Set(terms.map(({ source }) => source))]
  if (readings > count)
    return `${capitalised(spelled(count))} of the ${spelled(readings)} places that read ${name} pass an adjoint back, and these add up to ${found}.`
  const contributions = `so its ${spelled(count)} contributions add up to ${found}.`
  if (consumers.length === count) return `${name} feeds ${spelled(count)} nodes, ${contributions}`
  if (consumers.length > 1) return `${name} is read in ${spelled(count)} places, ${contributions}`
  return `${name} feeds ${voice.node(consumers[0])} ${count === 2 ? 'twice' : `${spelled(count)} times`}, ${contributions}`
}
