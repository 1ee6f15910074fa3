import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { patternAt } from '../../methods/patterns.ts'
import { type DerivativeKind, wayOf } from '../../notation/formulas.ts'
import { titleOf } from '../../notation/symbols.ts'
import type { AdjointPattern } from '../../primitives/primitive.ts'
import { withheldOf } from '../withheld.ts'
import type { Situation } from './situation.ts'
import { capitalised } from './voice.ts'

/** A pattern in the flow of derivatives, in the lecture's words. */
export interface PatternSeen {
  readonly name: AdjointPattern | 'adder'
  readonly text: string
}

type Flow = Readonly<Record<AdjointPattern, string>>

const BACKWARD: Flow = {
  distributor: 'it hands its adjoint on to every operand, unchanged',
  router: 'the adjoint goes to the operand that it took',
  switcher: 'each operand gets the adjoint times the other operand',
}

const FORWARD: Flow = {
  distributor: 'the tangents of its operands add up',
  router: 'the tangent of the operand that it took passes through',
  switcher: 'each tangent is multiplied by the other operand',
}

/** Of one array that is reduced. */
const BACKWARD_TO_ENTRIES: Flow = {
  distributor: 'it copies its adjoint to every entry that it added',
  router: 'the adjoint goes to the entry that it took',
  switcher: 'each entry gets the adjoint times the product of the others',
}

const FORWARD_FROM_ENTRIES: Flow = {
  distributor: 'the tangents of the entries add up',
  router: 'the tangent of the entry that it took passes through',
  switcher: 'each tangent is multiplied by the product of the other entries',
}

const SELECTION = {
  adjoint: 'each entry of its adjoint goes to the entry that it was copied from',
  tangent: 'each entry takes the tangent of the entry that it was copied from',
}

const SUMS = {
  adjoint: 'each entry of its adjoint goes to every entry that was added to it',
  tangent: 'the tangents of the entries that it adds add up',
}

const ADDER: PatternSeen = {
  name: 'adder',
  text: 'A branch is an adder: it copies its value on the way forward, so on the way back its adjoints are summed.',
}

/** The pattern of the step, if it has one. */
export function patternSeen({ pass, graph, node, terms }: Situation): PatternSeen | null {
  if (pass.kind === 'primal' || terms.length === 0 || withheldOf(pass.primal)?.words) return null
  if (pass.kind === 'adjoint' && terms.length > 1) return ADDER
  const at = pass.kind === 'adjoint' ? graph.consumer[terms[0].edge] : node
  const name = patternAt(graph, at)
  if (!name) return null
  const title = capitalised(titleOf(graph, at) ?? '')
  const flow = flowOf(graph, at, name, pass.kind)
  const text =
    pass.kind === 'adjoint' ? `${title} is a ${name}: ${flow}.` : `${title}: ${flow}. In reverse mode it is a ${name}.`
  return { name, text }
}

function flowOf(graph: Graph, node: NodeIndex, name: AdjointPattern, kind: DerivativeKind): string {
  const way = wayOf(graph, node)
  if (way === 'selection') return name === 'distributor' ? SUMS[kind] : SELECTION[kind]
  if (way === 'reduction') return (kind === 'adjoint' ? BACKWARD_TO_ENTRIES : FORWARD_FROM_ENTRIES)[name]
  const flow = (kind === 'adjoint' ? BACKWARD : FORWARD)[name]
  return way === 'elementwise' && name !== 'distributor' ? `${flow}, entry by entry` : flow
}
