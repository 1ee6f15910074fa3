import type { NodeIndex } from '../../../graph/graph.ts'
import { type Roving, startAt, waysOf } from '../../../picture/neighbours.ts'
import type { DrawnGraph, Structure } from '../../../picture/structure.ts'

/** By pane: the stable id of the node that is the tab stop. */
const stops = new Map<string, number>()

/** The one tab stop of a picture, first at a node that is given, or where the pane's was before. */
export function tabStop(
  structure: Structure<DrawnGraph>,
  pane: string,
  elementOf: (node: NodeIndex) => Element | null,
  first: NodeIndex | null,
) {
  const ways = waysOf(structure)
  let at: Roving = startAt(ways, first ?? drawnAt(structure, stops.get(pane)))

  function rove(to: Roving): void {
    setStop(elementOf(at.node), -1)
    at = to
    stops.set(pane, structure.figures[at.node].id)
    setStop(elementOf(at.node), 0)
  }

  return { ways, at: () => at, rove }
}

/** The tab stop of the graph, and after it the button that opens its node. */
function setStop(element: Element | null, index: number): void {
  element?.setAttribute('tabindex', String(index))
  if (element?.classList.contains('target')) element.nextElementSibling?.setAttribute('tabindex', String(index))
}

/** The node of that id, or what it stands in; else the first that is drawn. */
function drawnAt({ nodeOf, nodes, standsIn }: Structure<DrawnGraph>, id: number | undefined): NodeIndex {
  const node = id === undefined ? undefined : nodeOf.get(id)
  return node === undefined ? (nodes[0] ?? 0) : standsIn[node]
}
