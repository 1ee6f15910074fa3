import { INPUT } from '../../graph/graph.ts'
import { listed } from '../../notation/listed.ts'
import type { SecondTerm } from '../pass.ts'
import { formulaSecond, numericSecond, resultSecond, type SecondSum, symbolicSecond } from '../secondEquations.ts'
import { both, newBeside, type StepMaths } from './maths.ts'
import type { Reads } from './reads.ts'
import type { Situation } from './situation.ts'
import { type Voice, words } from './voice.ts'

/** What a step of the adjoint tangents does, in one sentence. */
export function secondStep(situation: Situation, voice: Voice): string {
  const { graph, node } = situation
  const name = voice.node(node)
  const isInput = graph.op[node] === INPUT
  return `The adjoint of ${name} changes along v ${reason(termsOf(situation), voice)}${isInput ? `: the entry of H·v at ${name}` : ''}.`
}

function reason(terms: readonly SecondTerm[], { nodes }: Voice): string {
  const from = (some: readonly SecondTerm[]) => nodes(some.map(({ source }) => source))
  const [moved, bent] = [terms.filter((term) => term.moved), terms.filter((term) => term.bent)]
  if (moved.length === 0) return `because the local partials to ${from(bent)} do (v̄·ṗ)`
  if (bent.length === 0) return `because the adjoint of ${from(moved)} does (v̄̇·p), while the local partials stay`
  return `because the adjoint of ${from(moved)} does (v̄̇·p), and the local partials to ${from(bent)} too (v̄·ṗ)`
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
      ({ node }) => `Read from the passes before: v̄ of ${listed(nodes.map(node))}, and the tangents of what it reads.`,
    ),
  }
}

const termsOf = ({ terms }: Situation) => terms as readonly SecondTerm[]
