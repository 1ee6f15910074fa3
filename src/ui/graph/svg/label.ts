import type { NodeIndex, Value } from '../../../graph/graph.ts'
import { entryCount, valueAt } from '../../../graph/nodes.ts'
import { listed, noun } from '../../../language/words.ts'
import { whereTold } from '../../../notation/asked.ts'
import { nodeLabel } from '../../../notation/nodeLabel.ts'
import { exact } from '../../../notation/numbers.ts'
import { blockNote } from '../../../picture/blockNote.ts'
import type { Anatomy } from '../../../picture/figure.ts'
import { edgeText } from '../../../picture/moment/edgeText.ts'
import { DERIVATIVES, derivativesAt, factsAt, hiddenFacts } from '../../../picture/moment/facts.ts'
import type { Face, PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Figure } from '../../../picture/structure.ts'
import { mark } from './elements.ts'
import { formulas } from './formulas.ts'

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
  const hidden = hiddenFacts(moments, faces)
  mark(button, 'data-value', faces[0].blank ? null : written(value, faces[0].isValueTold))
  for (const kind of DERIVATIVES)
    mark(button, `data-${kind}`, kind in derivatives ? written(derivatives[kind] as Value, !hidden.has(kind)) : null)
  mark(button, 'aria-current', faces.some(({ stage }) => stage === 'active') ? 'step' : null)
  mark(
    button,
    'aria-label',
    [nodeLabel(graph, node, factsAt(moments, node, faces)), blockNote(anatomy)].filter(Boolean).join(', '),
  )
  mark(button, 'aria-description', Object.keys(derivatives).length > 0 ? partialsSaid(moments[0], node) : null)
}

/** More partials than this are not said one by one. */
const MOST_PARTIALS = 8

/** What stands on the edges to the operands, in their order: “partials x2 and x1”. */
function partialsSaid(moment: PaneMoment, node: NodeIndex): string | null {
  const { firstEdge } = moment.session.graph
  const count = firstEdge[node + 1] - firstEdge[node]
  if (!formulas.now || count === 0 || count > MOST_PARTIALS) return null
  const texts = Array.from(
    { length: count },
    (_, i) => edgeText(moment, firstEdge[node] + i, formulas.now, false) || '0',
  )
  return `${noun(count, 'partial')} ${listed(texts.map(withoutSubscripts))}`
}

/** Some readers say “subscript two”. */
const withoutSubscripts = (text: string): string =>
  text.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - '₀'.charCodeAt(0)))
