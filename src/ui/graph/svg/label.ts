import type { NodeIndex, Value } from '../../../graph/graph.ts'
import { entryCount, valueAt } from '../../../graph/nodes.ts'
import { listed, noun } from '../../../language/words.ts'
import { whereTold } from '../../../notation/asked.ts'
import { nodeLabel } from '../../../notation/nodeLabel.ts'
import { exact } from '../../../notation/numbers.ts'
import { blockNote } from '../../../picture/blockNote.ts'
import type { Anatomy } from '../../../picture/figure.ts'
import type { Face, PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Figure } from '../../../picture/structure.ts'
import type { Pass } from '../../../trace/pass.ts'
import { edgeText, formulas } from './edgeText.ts'
import { mark } from './elements.ts'

/** Larger arrays are not written into the page number by number: their text would be longer than the page. */
const MOST_WRITTEN = 4096

/** Puts on a node's button what assistive technology, scripts and tests read: what it shows in each moment of its picture. */
export function labelNode(
  button: Element,
  moments: readonly PaneMoment[],
  figure: Figure,
  anatomy: Anatomy,
  faces: readonly Face[],
): void {
  const { node } = figure
  const { graph, primal } = moments[0].session
  const value = valueAt(graph, node, primal.values)
  const written = (of: Value, isTold: boolean) =>
    entryCount(graph, node) > MOST_WRITTEN ? null : whereTold(isTold, () => exact(of))
  const derivatives = Object.assign({}, ...moments.map((moment, m) => derivativesAt(moment, node, faces[m])))
  const hidden = new Set([
    ...(faces[0].isValueTold ? [] : (['value'] as const)),
    ...moments.flatMap(({ frame }, m) => (faces[m].isDerivativeTold ? [] : [kindOf(frame.pass)])),
  ])
  mark(button, 'data-value', faces[0].blank ? null : written(value, faces[0].isValueTold))
  for (const kind of KINDS)
    mark(button, `data-${kind}`, kind in derivatives ? written(derivatives[kind] as Value, !hidden.has(kind)) : null)
  const absent = moments.filter((_, m) => faces[m].derivative === 'absent')
  const facts = {
    hidden,
    ...(faces[0].reached ? { value } : {}),
    ...Object.assign(
      {},
      ...moments.map((moment, m) => (absent.includes(moment) ? {} : derivativesAt(moment, node, faces[m]))),
    ),
    ...(absent.length > 0 ? { absence: absent.map(({ frame }) => absence(frame.pass)).join(', ') } : {}),
  }
  mark(button, 'aria-current', faces.some(({ stage }) => stage === 'active') ? 'step' : null)
  mark(button, 'aria-label', [nodeLabel(graph, node, facts), blockNote(anatomy)].filter(Boolean).join(', '))
  mark(button, 'aria-description', Object.keys(derivatives).length > 0 ? partialsSaid(moments[0], node) : null)
}

/** More partials than this are not said one by one. */
const MOST_PARTIALS = 8

/** What stands on the edges to the operands, in their order: “partials x2 and x1”. */
function partialsSaid(moment: PaneMoment, node: NodeIndex): string | null {
  const { firstEdge } = moment.session.graph
  const count = firstEdge[node + 1] - firstEdge[node]
  if (!formulas.now || count === 0 || count > MOST_PARTIALS) return null
  const texts = Array.from({ length: count }, (_, i) => edgeText(moment, firstEdge[node] + i, false) || '0')
  return `${noun(count, 'partial')} ${listed(texts.map(withoutSubscripts))}`
}

/** Some readers say “subscript two”. */
const withoutSubscripts = (text: string): string =>
  text.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - '₀'.charCodeAt(0)))

const KINDS = ['tangent', 'adjoint', 'second'] as const
type Kind = (typeof KINDS)[number]

/** What earlier passes and the one at hand have found. */
function derivativesAt({ frame, earlier, session: { graph } }: PaneMoment, node: NodeIndex, face: Face) {
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
