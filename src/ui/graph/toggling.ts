import type { Mode } from '../../autodiff/pass.ts'
import type { NodeIndex } from '../../graph/graph.ts'
import { toggleOpen } from '../../state/document.ts'
import { now } from '../../state/store.ts'
import { closingPlace } from './opens.ts'
import type { Structure } from './structure.ts'

/** What was opened or closed last and in which pane, until the focus has found its way in the graph that this has led to. */
let last: { readonly side: Mode; readonly place: number } | null = null

export function toggle(side: Mode, place: number): void {
  last = { side, place }
  toggleOpen(place)
}

/** Opens the node in place, if there is something in it. */
export function openNode(side: Mode, { figures }: Structure, node: NodeIndex): void {
  const { opens } = figures[node]
  if (opens) toggle(side, opens.place)
}

/** Closes the innermost opened group around the node. */
export function closeAround(side: Mode, { graph }: Structure, node: NodeIndex): void {
  const place = closingPlace(graph, node, now().open)
  if (place !== null) toggle(side, place)
}

/** A node of what was opened or closed last; asked once. */
export function takeToggled(side: Mode, { graph: { module, modules, place } }: Structure): NodeIndex | null {
  if (last?.side !== side) return null
  const toggled = last.place
  last = null
  const opened = modules.findIndex((candidate) => candidate.place === toggled)
  const node = opened >= 0 ? module.lastIndexOf(opened) : place.indexOf(toggled)
  return node < 0 ? null : node
}
