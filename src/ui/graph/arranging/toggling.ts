import type { NodeIndex } from '../../../graph/graph.ts'
import { closingPlace } from '../../../picture/opens.ts'
import type { Structure } from '../../../picture/structure.ts'
import { toggleOpen } from '../../../state/document.ts'
import { now } from '../../../state/store.ts'

/** What was opened or closed last and in which pane, until the focus has found its way in the graph that this has led to. */
let last: { readonly pane: string; readonly place: number } | null = null

export function toggle(pane: string, place: number): void {
  last = { pane, place }
  toggleOpen(place)
}

/** Opens the node in place, if there is something in it. */
export function openNode(pane: string, { figures }: Structure, node: NodeIndex): void {
  const { opens } = figures[node]
  if (opens) toggle(pane, opens.place)
}

/** Closes the innermost opened group around the node. */
export function closeAround(pane: string, structure: Structure, node: NodeIndex): void {
  const place = closingPlace(structure, node, now().open)
  if (place !== null) toggle(pane, place)
}

/** A node of what was opened or closed last; asked once. */
export function takeToggled(pane: string, { graph: { place }, groups, group, figures }: Structure): NodeIndex | null {
  if (last?.pane !== pane) return null
  const toggled = last.place
  last = null
  const opened = groups.findIndex((candidate) => candidate.place === toggled)
  const found =
    opened >= 0
      ? figures.findLast(({ node }) => group[node] === opened)
      : figures.find(({ node, opens }) => place[node] === toggled || opens?.place === toggled)
  return found?.node ?? null
}
