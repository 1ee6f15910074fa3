import type { NodeIndex } from '../../../graph/graph.ts'
import { valueAt } from '../../../graph/nodes.ts'
import { exact } from '../../../notation/numbers.ts'
import { faceOf, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { labelNode } from '../svg/label.ts'

/** Buttons that are kept at a time: those last used. */
const MOST_BUTTONS = 60

/** The nodes of a canvas for assistive technology: a window of buttons about the focus and the step at hand. */
export function nodeButtons(list: HTMLElement, { structure, anatomies }: Scene) {
  const { figures, graph } = structure
  const buttons = new Map<NodeIndex, HTMLElement>()
  let moment: PaneMoment | null = null

  const label = (node: NodeIndex, button: HTMLElement, at: PaneMoment) =>
    labelNode(button, [at], figures[node], anatomies[node], [faceOf(at, node)])

  function made(node: NodeIndex): HTMLElement {
    const button = document.createElement('div')
    button.setAttribute('role', 'button')
    button.tabIndex = -1
    button.dataset.id = String(figures[node].id)
    button.dataset.node = figures[node].name || exact(valueAt(graph, node, graph.initial))
    if (moment) label(node, button, moment)
    list.append(button)
    return button
  }

  function elementOf(node: NodeIndex): HTMLElement {
    const button = buttons.get(node) ?? made(node)
    buttons.delete(node)
    buttons.set(node, button)
    return button
  }

  function forgetOldest(): void {
    for (const [node, button] of buttons) {
      if (buttons.size <= MOST_BUTTONS) return
      if (button.tabIndex === 0 || button === document.activeElement) continue
      button.remove()
      buttons.delete(node)
    }
  }

  return {
    elementOf,
    update(at: PaneMoment): void {
      moment = at
      for (const node of [at.active, ...at.terms.slice(0, 12).map(({ source }) => source)])
        if (node >= 0) elementOf(node)
      forgetOldest()
      for (const [node, button] of buttons) label(node, button, at)
    },
    stop: () => list.replaceChildren(),
  }
}
