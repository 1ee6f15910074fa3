import { INPUT } from '../../graph/graph.ts'
import { listed, noun } from '../../language/words.ts'
import type { SecondTerm } from '../pass.ts'
import { formulaSecond, numericSecond, resultSecond, type SecondSum, symbolicSecond } from '../secondEquations.ts'
import { both, newBeside, type StepMaths } from './maths.ts'
import type { Reads } from './reads.ts'
import { resultOf, type Situation } from './situation.ts'
import { type Voice, words } from './voice.ts'

/** What a step of the adjoint tangents does, in one sentence. */
export function secondStep(situation: Situation, voice: Voice): string {
  const { graph, node } = situation
  const name = voice.node(node)
  const isInput = graph.op[node] === INPUT
  const found = voice.found(resultOf(situation))
  return `The adjoint of ${name} changes along v ${reason(termsOf(situation), voice)}: ${found}${isInput ? `, the entry of H·v at ${name}` : ''}.`
}

function reason(terms: readonly SecondTerm[], voice: Voice): string {
  const [moved, bent] = [terms.filter((term) => term.moved), terms.filter((term) => term.bent)]
  const sources = (some: readonly SecondTerm[]) => [...new Set(some.map(({ source }) => source))]
  const named = (some: readonly SecondTerm[], what: string, of: string) =>
    `the ${noun(sources(some).length, what)} ${of} ${voice.nodes(sources(some))}`
  const does = (some: readonly SecondTerm[]) => (sources(some).length > 1 ? 'do' : 'does')
  const partials = named(bent, 'local partial', 'to')
  if (moved.length === 0) return `because ${partials} ${does(bent)}${voice.bent}`
  const adjoints = `because ${named(moved, 'adjoint', 'of')} ${does(moved)}${voice.moved}`
  return bent.length === 0
    ? `${adjoints}, while the local partials stay`
    : `${adjoints}, and ${partials} too${voice.bent}`
}

/** The mathematics of the step, from the rule to the number. */
export function secondMaths(situation: Situation): StepMaths {
  const sum: SecondSum = { ...situation, terms: termsOf(situation) }
  const rule = both((medium) => symbolicSecond(sum, medium))
  const result = both((medium) => resultSecond(sum, medium, situation.arrived))
  return {
    rule,
    formula: newBeside(
      rule,
      both((medium) => formulaSecond(sum, medium)),
    ),
    numbers: newBeside(
      result,
      both((medium) => numericSecond(sum, medium)),
    ),
    sum: result,
  }
}

/** What the step takes from the passes before: adjoints, where partials move, and the tangents that move them. */
export function secondReads(situation: Situation): Reads | null {
  const nodes = [...new Set(termsOf(situation).flatMap(({ bent, source }) => (bent ? [source] : [])))]
  if (nodes.length === 0) return null
  return {
    nodes,
    ...words(
      situation.graph,
      ({ node }) =>
        `Read from the passes before: the adjoints of ${listed(nodes.map(node))}, and the tangents that move the partials.`,
    ),
  }
}

const termsOf = ({ terms }: Situation) => terms as readonly SecondTerm[]
