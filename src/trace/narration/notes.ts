import type { EdgeIndex, Graph, NodeIndex, Output } from '../../graph/graph.ts'
import { isClosed } from '../../graph/operations.ts'
import { listedUpTo, noun } from '../../language/words.ts'
import { type Dependence, dependenceOf } from '../dependence.ts'
import { workOf } from '../localJacobian.ts'
import type { Pass } from '../pass.ts'
import { isStretched, stretchSaid } from './arraySteps.ts'
import { conventionsOf } from './conventions.ts'
import { cutNotes } from './cuts.ts'
import { moduleGives } from './moduleSteps.ts'
import { explainNonfinite } from './nonfinite.ts'
import type { Situation } from './situation.ts'
import { type Voice, type Words, words } from './voice.ts'

type Sentence = (voice: Voice) => string

/** What else there is to say: NaN and ∞ explained, conventions, what arrays and modules add, and at the end what got nothing. */
export function notesOf(situation: Situation): Words[] {
  const { graph, arrived, terms } = situation
  if (arrived < terms.length) return []
  const nonfinite = explainNonfinite(situation)
  const sentences = [
    ...(nonfinite ? [nonfinite] : []),
    ...conventionsOf(situation).map((text) => () => text),
    ...cutNotes(situation),
    ...arrayNotes(situation),
    ...moduleNotes(situation),
    ...(situation.isLast ? absences(situation) : []),
  ]
  return [...new Map(sentences.map((sentence) => words(graph, sentence)).map((said) => [said.text, said])).values()]
}

/** Of arrays: what broadcasting asks for, and what a pass computes instead of a Jacobian. */
function arrayNotes({ pass, graph, terms }: Situation): Sentence[] {
  const arrays = terms.filter(({ partial }) => partial === null)
  if (pass.kind === 'primal' || arrays.length === 0) return []
  const stretched = pass.kind === 'adjoint' ? arrays.filter(({ edge }) => isStretched(graph, edge)).slice(0, 1) : []
  const largest = largestJacobian(
    graph,
    arrays.map(({ edge }) => edge),
  )
  return [
    ...stretched.map(
      ({ edge }): Sentence =>
        (voice) =>
          stretchSaid(graph, edge, voice),
    ),
    ...(largest === null ? [] : [(): string => neverBuilt(graph, largest, pass.kind)]),
  ]
}

/** The edge whose local Jacobian has most numbers; null where none has several rows and several columns. */
function largestJacobian(graph: Graph, edges: readonly EdgeIndex[]): EdgeIndex | null {
  const size = (edge: EdgeIndex): number => {
    const [rows, columns] = sizesOf(graph, edge)
    return rows === 1 || columns === 1 ? 0 : rows * columns
  }
  const largest = edges.reduce((a, b) => (size(b) > size(a) ? b : a))
  return size(largest) > 0 ? largest : null
}

const sizesOf = ({ offset, consumer, operand }: Graph, edge: EdgeIndex): [number, number] => [
  offset[consumer[edge] + 1] - offset[consumer[edge]],
  offset[operand[edge] + 1] - offset[operand[edge]],
]

function neverBuilt(graph: Graph, edge: EdgeIndex, kind: Pass['kind']): string {
  const [rows, columns] = sizesOf(graph, edge)
  const product = kind === 'adjoint' ? 'vector-Jacobian product' : 'Jacobian-vector product'
  const work = workOf(graph, edge)
  return `The ${product} is computed, with ${work} ${noun(work, 'product')}, and the Jacobian of ${rows}×${columns} = ${rows * columns} numbers is never built.`
}

/** What a closed module gives, and which modules the node is part of. */
function moduleNotes({ pass, graph, node, terms }: Situation): Sentence[] {
  const module = pass.kind === 'adjoint' ? terms.map(({ source }) => source).find((at) => isClosed(graph, at)) : node
  const given = module !== undefined && isClosed(graph, module)
  const groups = groupsOf(graph, node)
  return [
    ...(given ? [(voice: Voice) => moduleGives(pass, graph, module, voice)] : []),
    ...(groups.length > 0 ? [() => `Part of ${nestedText(groups)}.`] : []),
  ]
}

/** More groups within each other are counted. */
const MOST_NESTED = 4

function nestedText(groups: readonly string[]): string {
  const named = groups.slice(0, MOST_NESTED).join(', in ')
  return groups.length > MOST_NESTED ? `${named}, in ${groups.length - MOST_NESTED} more` : named
}

/** The opened groups that the node came out of, from the inside. */
function groupsOf({ module, modules }: Graph, node: NodeIndex): string[] {
  const names: string[] = []
  for (let at = module[node]; at >= 0; at = modules[at].parent) names.push(modules[at].name)
  return names
}

/** At the end of a pass: between which ends there is no path, and between which no derivative passes at this point. */
function absences({ pass, graph }: Situation): Sentence[] {
  const { seed, kind } = pass
  if (kind === 'primal' || seed === null) return []
  const ends = kind === 'tangent' ? graph.outputs : graph.inputs
  const those = (dependence: Dependence) => ends.filter(({ node }) => dependenceOf(pass, node) === dependence)
  const named = (some: readonly Output[], voice: Voice) => listedUpTo(MOST_NAMED, some, ({ name }) => voice.named(name))
  const [apart, stopped] = [those('none'), those('stopped')]
  return [
    ...(apart.length === 0
      ? []
      : [
          (voice: Voice) =>
            kind === 'adjoint'
              ? `Nothing comes back to ${named(apart, voice)}: ${voice.named(seed)} does not depend on ${apart.length === 1 ? 'it' : 'them'}.`
              : `${named(apart, voice)} ${apart.length === 1 ? 'does' : 'do'} not depend on ${voice.named(seed)}.`,
        ]),
    ...(stopped.length === 0
      ? []
      : [
          (voice: Voice) =>
            kind === 'adjoint'
              ? `The derivative of ${voice.named(seed)} by ${named(stopped, voice)} is 0: no derivative comes back there at this point.`
              : `The derivative of ${named(stopped, voice)} by ${voice.named(seed)} is 0: no derivative gets there at this point.`,
        ]),
  ]
}

const MOST_NAMED = 5
