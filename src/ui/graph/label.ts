import { valueAt } from '../../autodiff/point.ts'
import type { NodeIndex, Value } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import { nodeLabel } from '../../notation/nodeLabel.ts'
import { exact } from '../../notation/numbers.ts'
import type { Pass } from '../../trace/pass.ts'
import { blockNote } from './blockNote.ts'
import { mark } from './elements.ts'
import type { Face, Moment } from './moment.ts'
import type { Figure } from './structure.ts'

/** Larger arrays are not written into the page number by number: their text would be longer than the page. */
const MOST_WRITTEN = 4096

/** Puts on a node's button what assistive technology, scripts and tests read. */
export function labelNode(button: Element, moment: Moment, figure: Figure, face: Face): void {
  const { node } = figure
  const { graph, primal } = moment.session
  const value = valueAt(graph, node, primal.values)
  const written = (of: Value) => (entryCount(graph, node) > MOST_WRITTEN ? null : exact(of))
  const derivatives = derivativesAt(moment, node, face)
  mark(button, 'data-value', written(value))
  for (const kind of KINDS)
    mark(button, `data-${kind}`, kind in derivatives ? written(derivatives[kind] as Value) : null)
  const facts = {
    ...(face.reached ? { value } : {}),
    ...(face.derivative === 'absent' ? { absence: absence(moment.frame.pass) } : derivatives),
  }
  mark(button, 'aria-label', [nodeLabel(graph, node, facts), blockNote(figure)].filter(Boolean).join(', '))
}

const KINDS = ['tangent', 'adjoint', 'second'] as const
type Kind = (typeof KINDS)[number]

/** What earlier passes and the one at hand have found. */
function derivativesAt({ frame, earlier, session: { graph } }: Moment, node: NodeIndex, face: Face) {
  const passes = [...earlier, ...(frame.pass.kind === 'primal' || face.derivative === null ? [] : [frame.pass])]
  const found: Partial<Record<Kind, Value>> = {}
  for (const pass of passes) found[kindOf(pass)] = valueAt(graph, node, pass.numbers)
  return found
}

const kindOf = ({ kind, second }: Pass): Kind => (second ? 'second' : (kind as Kind))

function absence({ kind, seed, second }: Pass): string {
  if (second) return 'its adjoint does not change'
  const name = seed ?? 'the seed'
  return kind === 'tangent' ? `does not depend on ${name}` : `${name} does not depend on it`
}
