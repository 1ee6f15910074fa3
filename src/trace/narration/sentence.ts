import type { Value } from '../../graph/graph.ts'
import { isClosed } from '../../graph/operations.ts'
import { listed } from '../../language/words.ts'
import { operandNodes } from '../../notation/formulas.ts'
import { spelled } from '../../notation/spokenNumbers.ts'
import { outputsOf, readerName, titleOf } from '../../notation/symbols.ts'
import { finalAt } from '../frame.ts'
import type { Pass } from '../pass.ts'
import { adjointStep } from './adjointStep.ts'
import { secondStep } from './secondStep.ts'
import type { Situation } from './situation.ts'
import { tangentStep } from './tangentStep.ts'
import { capitalised, type Voice, type Words, words } from './voice.ts'

/** What happens in the step and why. */
export function sentence(situation: Situation): Words {
  const { graph, terms, arrived, pass } = situation
  return words(graph, (voice) => {
    if (arrived < terms.length) return arriving(situation, voice)
    if (pass.kind === 'primal') return primalStep(situation, voice)
    if (pass.second) return secondStep(situation, voice)
    return pass.kind === 'tangent' ? tangentStep(situation, voice) : adjointStep(situation, voice)
  })
}

/** What the pass is about to do. */
export function openingSentence(pass: Pass): Words {
  const { kind, seed, steps, second } = pass
  return words(pass.primal.graph, ({ named }) => {
    if (kind === 'primal')
      return steps.length === 0
        ? 'There is nothing to compute: the program has only constants.'
        : 'The primal pass is about to compute the value of every node, from the inputs to the outputs.'
    if (second)
      return steps.length === 0
        ? 'No adjoint changes along v: the function is linear there.'
        : 'The last pass is about to compute what each adjoint changes by along v, from the output back.'
    if (steps.length === 0) return 'The seed is 0 everywhere, so there is nothing to compute.'
    if (kind === 'tangent')
      return seed === null
        ? 'The tangent pass is about to compute the derivative of every node along v, the direction that seeds the inputs.'
        : `The tangent pass of ${named(seed)} is about to compute how fast each node changes with ${named(seed)}, from the input on.`
    return seed === null
      ? 'The adjoint pass is about to compute the derivative of the outputs’ sum, weighted by w, with respect to every node.'
      : `The adjoint pass of ${named(seed)} is about to compute how fast ${named(seed)} changes with each node, from the output back.`
  })
}

function arriving({ pass, node, terms, arrived }: Situation, voice: Voice): string {
  const count = `${capitalised(spelled(arrived))} of ${spelled(terms.length)}`
  const source = voice.node(terms[arrived - 1].source)
  if (pass.kind === 'primal')
    return `${count} operands of ${voice.node(node)} ${arrived === 1 ? 'is' : 'are'} read: the last is ${source}.`
  const sum = voice.found(terms[arrived - 1].sum)
  return `${count} terms ${arrived === 1 ? 'has' : 'have'} arrived at ${voice.subject(node)}; the last came from ${source}: ${sum} so far.`
}

function primalStep({ pass, graph, node }: Situation, voice: Voice): string {
  const title = titleOf(graph, node)
  if (title === null) return input(finalAt(pass, node), voice.node(node), voice)
  const name = readerName(graph, node)
  const outputs = outputsOf(graph, node)
  const others = outputs.filter((output) => output !== name)
  const is = outputs.length > others.length ? `the output ${voice.subject(node)}` : voice.subject(node)
  const what = others.length > 0 ? `, the output ${listed(others.map(voice.named))},` : ''
  const operands = voice.nodes(operandNodes(graph, node)) || 'constants'
  const subject = isClosed(graph, node) ? `Module ${title}` : capitalised(title)
  return `${subject}: ${is}${what} is computed from ${operands}: ${voice.found(finalAt(pass, node))}.`
}

const input = (value: Value, name: string, { number }: Voice): string =>
  typeof value === 'number'
    ? `${name} is an input with the value ${number(value)}.`
    : `${name} is an input: ${number(value)}.`
