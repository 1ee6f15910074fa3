import { valueAt } from '../../autodiff/point.ts'
import type { Value } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import { nodeLabel } from '../../notation/nodeLabel.ts'
import { exact } from '../../notation/numbers.ts'
import { blockNote } from './blockNote.ts'
import { mark } from './elements.ts'
import type { Face, Moment } from './moment.ts'
import type { Figure } from './structure.ts'

/** Larger arrays are not written into the page number by number: their text would be longer than the page. */
const MOST_WRITTEN = 4096

/** Puts on a node's button what assistive technology, scripts and tests read. */
export function labelNode(button: Element, moment: Moment, figure: Figure, { reached, derivative }: Face): void {
  const { node } = figure
  const { session, frame } = moment
  const { graph, primal } = session
  const { kind, seed, numbers } = frame.pass
  const value = valueAt(graph, node, primal.values)
  const number = derivative === null || kind === 'primal' ? null : valueAt(graph, node, numbers)
  const written = (of: Value | null) => (of === null || entryCount(graph, node) > MOST_WRITTEN ? null : exact(of))
  mark(button, 'data-value', written(value))
  mark(button, 'data-tangent', kind === 'tangent' ? written(number) : null)
  mark(button, 'data-adjoint', kind === 'adjoint' ? written(number) : null)
  const facts = {
    ...(reached ? { value } : {}),
    ...(derivative === 'absent'
      ? { absence: absence(kind === 'tangent', seed ?? 'the seed') }
      : number === null
        ? {}
        : { [kind]: number }),
  }
  mark(button, 'aria-label', [nodeLabel(graph, node, facts), blockNote(figure)].filter(Boolean).join(', '))
}

const absence = (tangent: boolean, seed: string) =>
  tangent ? `does not depend on ${seed}` : `${seed} does not depend on it`
