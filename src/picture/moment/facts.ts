import type { NodeIndex, Value } from '../../graph/graph.ts'
import { valueAt } from '../../graph/nodes.ts'
import type { NodeFacts } from '../../notation/nodeLabel.ts'
import type { Pass } from '../../trace/pass.ts'
import type { Face, PaneMoment } from './paneMoment.ts'

/** The derivatives that a node can have at a time. */
export const DERIVATIVES = ['tangent', 'adjoint', 'second'] as const
export type NodeDerivative = (typeof DERIVATIVES)[number]

const kindOf = ({ kind, second }: Pass): NodeDerivative => (second ? 'second' : (kind as NodeDerivative))

/** What is hidden of a node in these moments. */
export const hiddenFacts = (moments: readonly PaneMoment[], faces: readonly Face[]): ReadonlySet<string> =>
  new Set([
    ...(faces[0].isValueTold ? [] : (['value'] as const)),
    ...moments.flatMap(({ frame }, m) => (faces[m].isDerivativeTold ? [] : [kindOf(frame.pass)])),
  ])

/** What earlier passes and the one at hand have found. */
export function derivativesAt({ frame, earlier, session: { graph } }: PaneMoment, node: NodeIndex, face: Face) {
  const passes = [...earlier, ...(frame.pass.kind === 'primal' || face.derivative === null ? [] : [frame.pass])]
  const found: Partial<Record<NodeDerivative, Value>> = {}
  for (const pass of passes) found[kindOf(pass)] = valueAt(graph, node, pass.numbers)
  return found
}

/** What is known of a node at these moments, one for each mode, for its label in words. */
export function factsAt(moments: readonly PaneMoment[], node: NodeIndex, faces: readonly Face[]): NodeFacts {
  const { graph, primal } = moments[0].session
  const absent = moments.filter((_, m) => faces[m].derivative === 'absent')
  return {
    hidden: hiddenFacts(moments, faces),
    ...(faces[0].reached ? { value: valueAt(graph, node, primal.values) } : {}),
    ...Object.assign(
      {},
      ...moments.map((moment, m) => (absent.includes(moment) ? {} : derivativesAt(moment, node, faces[m]))),
    ),
    ...(absent.length > 0 ? { absence: absent.map(({ frame }) => absence(frame.pass)).join(', ') } : {}),
  }
}

function absence({ kind, seed, second }: Pass): string {
  if (second) return 'its adjoint does not change'
  const name = seed ?? 'the seed'
  return kind === 'tangent' ? `does not depend on ${name}` : `${name} does not depend on it`
}
