import type { NodeIndex } from '../../graph/graph.ts'
import { nodeLabel } from '../../notation/nodeLabel.ts'
import { exact } from '../../notation/numbers.ts'
import { mark } from './elements.ts'
import type { Face, Moment } from './moment.ts'

/** Puts on a node's button what assistive technology, scripts and tests read. */
export function labelNode(
  button: Element,
  moment: Moment,
  node: NodeIndex,
  { value, reached, derivative }: Face,
): void {
  const { session, frame } = moment
  const { kind, seed } = frame.pass
  const number = derivative === 'absent' ? 0 : derivative
  mark(button, 'data-value', exact(value))
  mark(button, 'data-tangent', kind === 'tangent' && number !== null ? exact(number) : null)
  mark(button, 'data-adjoint', kind === 'adjoint' && number !== null ? exact(number) : null)
  const facts = {
    ...(reached ? { value } : {}),
    ...(typeof derivative === 'number' ? { [kind]: derivative } : {}),
    ...(derivative === 'absent' ? { absence: absence(kind === 'tangent', seed ?? 'the seed') } : {}),
  }
  mark(button, 'aria-label', nodeLabel(session.graph, node, facts))
}

const absence = (tangent: boolean, seed: string) =>
  tangent ? `does not depend on ${seed}` : `${seed} does not depend on it`
