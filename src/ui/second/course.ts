import { isLive } from '../../autodiff/sweep.ts'
import type { Numbers, Primal } from '../../core.ts'
import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import type { Emphasis } from '../../state/chain.ts'
import { narrate } from '../../trace/narration/index.ts'
import { ownPass } from '../../trace/ownPass.ts'
import type { Pass } from '../../trace/pass.ts'
import { passes } from '../../trace/passes.ts'
import { movedNodes, type SecondOrder, secondNumbers, secondSentence, secondTerms } from '../../trace/secondOrder.ts'
import { emphasisOf } from '../chain/emphasis.ts'

/** The four passes of a Hessian-vector product. */
export type Kind = 'primal' | 'tangent' | 'adjoint' | 'second'
export const KINDS: readonly Kind[] = ['primal', 'tangent', 'adjoint', 'second']

/** Their nodes, in the order in which they become known, and by node the step; −1 where absent. */
interface Leg {
  readonly nodes: ArrayLike<NodeIndex>
  readonly stepOf: Int32Array
}

/** All steps of a Hessian-vector product, pass after pass. */
export interface Course {
  readonly primal: Primal
  readonly second: SecondOrder
  readonly first: Readonly<Record<Exclude<Kind, 'second'>, Pass>>
  readonly legs: Readonly<Record<Kind, Leg>>
  readonly length: number
}

export function courseOf(primal: Primal, second: SecondOrder, weights: Numbers, direction: Numbers): Course {
  const first = {
    primal: passes(primal, 'forward').get(0),
    tangent: ownPass(primal, 'forward', direction).get(1),
    adjoint: ownPass(primal, 'reverse', weights).get(1),
  }
  const moved = movedNodes(primal.graph, second.adjointTangents)
  const stepOf = new Int32Array(primal.graph.size).fill(-1)
  for (const [step, node] of moved.entries()) stepOf[node] = step
  const legOf = ({ steps, stepOf: of }: Pass): Leg => ({ nodes: steps, stepOf: of })
  const legs = {
    ...{ primal: legOf(first.primal), tangent: legOf(first.tangent), adjoint: legOf(first.adjoint) },
    second: { nodes: moved, stepOf },
  }
  return { primal, second, first, legs, length: KINDS.reduce((sum, kind) => sum + legs[kind].nodes.length, 0) }
}

/** Where a count of steps stands: its pass, and how many steps of it are complete. */
export interface Place {
  readonly kind: Kind
  readonly step: number
}

export function placeAt({ legs, length }: Course, at: number): Place {
  if (at >= length) return { kind: 'second', step: legs.second.nodes.length }
  let left = at
  for (const kind of KINDS) {
    if (left <= legs[kind].nodes.length && (left > 0 || kind === 'primal')) return { kind, step: left }
    left -= legs[kind].nodes.length
  }
  return { kind: 'second', step: left }
}

/** Of the step that was completed last; null at the start. */
export const nodeAt = ({ legs }: Course, { kind, step }: Place): NodeIndex | null =>
  step > 0 ? legs[kind].nodes[step - 1] : null

export function sentenceAt(course: Course, place: Place): string {
  const { primal, second, first } = course
  const node = nodeAt(course, place)
  if (place.kind !== 'second') return narrate({ pass: first[place.kind], step: place.step, term: 0 }).sentence
  return node === null
    ? 'No adjoint moves along v: the function is linear there.'
    : secondSentence(primal, second, node).text
}

/** The state of a node's number in one of the passes. */
export function stateOf({ legs }: Course, place: Place, kind: Kind, node: NodeIndex): 'unknown' | 'known' | 'absent' {
  const [now, of] = [KINDS.indexOf(place.kind), KINDS.indexOf(kind)]
  const step = legs[kind].stepOf[node]
  const isComplete = of < now || (of === now && place.step >= legs[kind].nodes.length)
  if (step < 0) return isComplete ? 'absent' : 'unknown'
  return isComplete || (of === now && step < place.step) ? 'known' : 'unknown'
}

/** Letters that an edge has room for. */
const LONGEST = 22

/** The node of the step and the edges that it gathers; softly what the pass has come by. */
export function lightAt(course: Course, place: Place): Emphasis | null {
  const { primal, second, legs } = course
  const { graph } = primal
  const node = nodeAt(course, place)
  if (node === null) return null
  const done = Array.from({ length: place.step }, (_, step) => legs[place.kind].nodes[step])
  const edges = gathered(course, place.kind, node)
  const labels = new Map<EdgeIndex, string>()
  if (place.kind === 'second')
    for (const term of secondTerms(primal, second, node) ?? []) {
      const text = secondNumbers(term)
      if (text.length <= LONGEST) labels.set(term.edge, text)
    }
  return emphasisOf(graph, { nodes: done, edges: [] }, { nodes: [node], edges }, labels)
}

function gathered({ primal, legs }: Course, kind: Kind, node: NodeIndex): EdgeIndex[] {
  const { firstEdge, firstConsumer, consumerEdge, consumer, operand } = primal.graph
  const isUp = kind === 'primal' || kind === 'tangent'
  const all = isUp
    ? Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
    : Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
  if (kind === 'primal') return all
  const sources = legs[kind === 'tangent' ? 'tangent' : 'adjoint']
  return all.filter((edge) => isLive(primal, edge) && sources.stepOf[(isUp ? operand : consumer)[edge]] >= 0)
}
