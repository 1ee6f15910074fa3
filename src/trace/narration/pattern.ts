import { primitiveOf } from '../../notation/symbols.ts'
import type { Pattern } from '../../primitives/primitive.ts'
import { primitiveAt, type Situation } from './situation.ts'
import { capitalised } from './voice.ts'

/** A pattern in the flow of derivatives, in the lecture's words. */
export interface PatternSeen {
  readonly name: Pattern | 'adder'
  readonly text: string
}

const BACKWARD: Readonly<Record<Pattern, string>> = {
  distributor: 'it hands its adjoint on to every operand, unchanged',
  router: 'the adjoint goes to the operand that it took',
  switcher: 'each operand gets the adjoint times the other operand',
}

const FORWARD: Readonly<Record<Pattern, string>> = {
  distributor: 'the tangents of its operands add up',
  router: 'the tangent of the operand that it took passes through',
  switcher: 'each tangent is multiplied by the other operand',
}

const ADDER: PatternSeen = {
  name: 'adder',
  text: 'A branch is an adder: it copies its value on the way forward, so on the way back its adjoints are summed.',
}

/** The pattern of the step, if it has one. */
export function patternOf({ pass, graph, node, terms }: Situation): PatternSeen | null {
  if (pass.kind === 'primal' || terms.length === 0) return null
  if (pass.kind === 'adjoint' && terms.length > 1) return ADDER
  const primitive = pass.kind === 'adjoint' ? primitiveAt(graph, terms[0].edge) : primitiveOf(graph, node)
  const name = primitive?.pattern
  if (!name) return null
  const title = capitalised(primitive.title)
  const text =
    pass.kind === 'adjoint'
      ? `${title} is a ${name}: ${BACKWARD[name]}.`
      : `${title}: ${FORWARD[name]}. In reverse mode it is a ${name}.`
  return { name, text }
}
