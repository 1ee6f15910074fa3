import type { Value } from '../../graph/graph.ts'
import { isClosed } from '../../graph/operations.ts'
import { edgeFormula, operandsOf, slotOf } from '../../notation/formulas.ts'
import { listed } from '../../notation/listed.ts'
import { counted } from '../../notation/numbers.ts'
import { titleOf } from '../../notation/symbols.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import type { Term } from '../pass.ts'
import { arrayBackward } from './arraySteps.ts'
import { moduleBackward } from './moduleSteps.ts'
import { operationAt, type Situation, seededOutputs } from './situation.ts'
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
    return `${given}, and ${counted(terms.length)} ${terms.length === 1 ? 'contribution' : 'contributions'} from other outputs add${terms.length === 1 ? 's' : ''} to it.`
  if (seed === 1 && pass.seed !== null) return `The seed: the derivative of ${outputs} by itself is 1.`
  return pass.seed !== null && typeof seed !== 'number' ? entrySeeded(pass.seed, voice) : `${given}.`
}

function oneContribution({ pass, graph, node }: Situation, { edge, source, partial }: Term, voice: Voice): string {
  const title = titleOf(graph, source) ?? ''
  if (isClosed(graph, source)) return moduleBackward(pass, graph, source, node, voice)
  if (partial === null) return `${capitalised(title)}: ${arrayBackward(graph, edge, voice)}.`
  return `${capitalised(title)}${numberBackward({ graph, node }, { edge, source, partial }, voice)}`
}

function numberBackward(
  { graph, node }: Pick<Situation, 'graph' | 'node'>,
  { edge, source, partial }: Pick<Term, 'edge' | 'source' | 'partial'>,
  voice: Voice,
): string {
  const operation = operationAt(graph, edge) as Primitive
  const [name, consumer] = [voice.node(node), voice.node(source)]
  if (operation.name === 'mul') {
    const other = voice.node(operandsOf(graph, source)[1 - slotOf(graph, edge)])
    return `: ${name} gets the adjoint of ${consumer} times the other operand, ${other}.`
  }
  if (edgeFormula(graph, edge) === '0')
    return ` is flat between its jumps, so its local partial is 0 everywhere, and ${name} gets 0 from it.`
  if (partial === 1 && operation.pattern === 'router')
    return `: ${consumer} took ${name}, so its whole adjoint goes there.`
  if (partial === 1) return `: ${name} gets the adjoint of ${consumer} unchanged.`
  if (partial === -1) return `: ${name} gets the adjoint of ${consumer} with the opposite sign.`
  return `: ${name} gets the adjoint of ${consumer} times the local partial.`
}

/** Several contributions: the node is read in several places. */
function branch({ graph, node, terms }: Situation, voice: Voice): string {
  const name = voice.node(node)
  const count = terms.length
  const readings = graph.firstConsumer[node + 1] - graph.firstConsumer[node]
  const consumers = [...new Set(terms.map(({ source }) => source))]
  if (readings > count)
    return `${capitalised(counted(count))} of the ${counted(readings)} places that read ${name} pass an adjoint back, and these add up.`
  const contributions = `so its ${counted(count)} contributions add up.`
  if (consumers.length === count) return `${name} feeds ${counted(count)} nodes, ${contributions}`
  if (consumers.length > 1) return `${name} is read in ${counted(count)} places, ${contributions}`
  return `${name} feeds ${voice.node(consumers[0])} ${count === 2 ? 'twice' : `${counted(count)} times`}, ${contributions}`
}
