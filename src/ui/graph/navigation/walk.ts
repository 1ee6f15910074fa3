import type { NodeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { isArrow, move, type Roving, startAt } from '../../../picture/neighbours.ts'
import { areaAround, type Scene } from '../../../picture/scene.ts'
import type { DrawnGraph } from '../../../picture/structure.ts'
import type { Viewer } from '../camera/viewer.ts'
import { tabStop } from './tabStop.ts'

/** How the pointer and the focus find the nodes of a picture. */
export interface Targets {
  /** The element that stands for the node; it can take the focus. */
  readonly elementOf: (node: NodeIndex) => HTMLElement | SVGElement | null
  readonly nodeAt: (event: Event) => NodeIndex | null
}

/** What keys and pointer do in a picture besides walking it. */
export interface Hands {
  readonly viewer: Viewer
  /** By which the tab stop is remembered. */
  readonly pane: string
  /** Enter, Space or a click. */
  readonly press: (node: NodeIndex) => void
  /** The node under the pointer or with the focus. */
  readonly highlight: (node: NodeIndex | null) => void
  /** Does what only this picture does at an event, and says whether it did. */
  readonly own: (event: KeyboardEvent | MouseEvent, node: NodeIndex | null) => boolean
}

/** Lets keys, focus and pointer walk the graph, first of all to a node: one tab stop, arrows along its edges. */
export function walk(
  group: HTMLElement,
  scene: Scene<DrawnGraph>,
  hands: Hands,
  targets: Targets,
  first: NodeIndex | null = null,
): () => void {
  const { ways, at, rove } = tabStop(scene.structure, hands.pane, targets.elementOf, first)

  function go(to: Roving): void {
    rove(to)
    hands.viewer.focusOn(areaAround(scene, [to.node]))
    targets.elementOf(to.node)?.focus({ preventScroll: true })
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const inside = event.target !== group
    if (!hands.own(event, inside ? at().node : null)) {
      if (isArrow(event.key)) go(inside ? move(ways, at(), event.key, scene.style.direction) : at())
      else if (event.key === 'Enter' || event.key === ' ') inside ? hands.press(at().node) : go(at())
      else if (event.key === 'Escape') group.closest<HTMLElement>('section')?.focus()
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function onFocus(event: FocusEvent): void {
    const node = targets.nodeAt(event)
    if (node === null) return
    if (node !== at().node) rove(startAt(ways, node))
    hands.highlight(node)
  }

  const listening = new AbortController()
  const until = { signal: listening.signal }
  group.addEventListener('keydown', onKey, until)
  group.addEventListener('focusin', onFocus, until)
  group.addEventListener('focusout', () => hands.highlight(null), until)
  point(group, hands, targets, until)
  if (first === null) rove(at())
  else go(at())
  return () => listening.abort()
}

/** What the pointer does in a picture, until the signal. */
function point(
  group: HTMLElement,
  { viewer, press, highlight, own }: Hands,
  { nodeAt }: Targets,
  until: { readonly signal: AbortSignal },
): void {
  group.addEventListener('pointermove', (event) => event.buttons === 0 && highlight(nodeAt(event)), until)
  group.addEventListener('pointerleave', () => highlight(null), until)
  group.addEventListener('dblclick', (event) => own(event, nodeAt(event)), until)
  group.addEventListener(
    'click',
    (event) => {
      const node = nodeAt(event)
      if (own(event, node)) return
      if (node !== null) press(node)
      else if (isGround(event, group)) viewer.centreAt(placeIn(group, event))
    },
    until,
  )
}

/** Whether an event happens on the ground of a pane, between all that can be pressed. */
const isGround = ({ target }: Event, pane: Element): boolean =>
  target instanceof Element && pane.contains(target) && target.closest('[data-id], .toggle, button') === null

/** Where in the pane it happens. */
function placeIn(pane: Element, { clientX, clientY }: MouseEvent): Point {
  const { left, top } = pane.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
