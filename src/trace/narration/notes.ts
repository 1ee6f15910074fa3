import { listed } from '../../notation/spoken.ts'
import type { Convention } from '../../primitives/primitive.ts'
import { explainNonfinite } from './nonfinite.ts'
import { operandsOf, primitiveAt, type Situation, slotOf } from './situation.ts'
import { type Voice, type Words, words } from './voice.ts'

/** What else there is to say: NaN and ∞ explained, conventions, and at the end what got nothing. */
export function notesOf(situation: Situation): Words[] {
  const { graph, arrived, terms } = situation
  if (arrived < terms.length) return []
  const nonfinite = explainNonfinite(situation)
  const sentences = [
    ...(nonfinite ? [nonfinite] : []),
    ...conventions(situation).map((text) => () => text),
    ...(situation.isLast ? absences(situation) : []),
  ]
  return [...new Map(sentences.map((sentence) => words(graph, sentence)).map((said) => [said.text, said])).values()]
}

/** More terms than this are not looked at for notes. */
const MOST_TERMS = 64

/** Of the partials that the step uses. */
function conventions({ pass, graph, terms }: Situation): string[] {
  if (pass.kind === 'primal') return []
  return terms.slice(0, MOST_TERMS).flatMap(({ edge }) => {
    const operands = operandsOf(graph, graph.consumer[edge]).map((operand) => pass.primal.values[operand])
    const slot = slotOf(graph, edge)
    return (primitiveAt(graph, edge).conventions ?? [])
      .filter((convention) => (convention.slot ?? slot) === slot && convention.when(...operands))
      .map(conventionSaid)
  })
}

function conventionSaid({ says, others }: Convention): string {
  const sentence = says.endsWith('.') ? says : `${says}.`
  return others ? `${sentence} Others take: ${others.replace(/\.$/, '')}.` : sentence
}

/** At the end of a pass: which outputs the input does not act on, or which inputs the output does not depend on. */
function absences({ pass, graph }: Situation): ((voice: Voice) => string)[] {
  const { seed, kind, present } = pass
  if (kind === 'primal' || seed === null) return []
  const ends = kind === 'tangent' ? graph.outputs : graph.inputs
  const absent = ends.filter(({ node }) => !present[node])
  if (absent.length === 0) return []
  return [
    (voice) => {
      const names = listed(shortened(absent.map(({ name }) => voice.named(name))))
      if (kind === 'adjoint')
        return `Nothing comes back to ${names}: ${voice.named(seed)} does not depend on ${absent.length === 1 ? 'it' : 'them'}.`
      return `${names} ${absent.length === 1 ? 'does' : 'do'} not depend on ${voice.named(seed)}.`
    },
  ]
}

const MOST_NAMED = 5

const shortened = (names: readonly string[]) =>
  names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`] : names
