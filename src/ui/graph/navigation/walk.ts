import type { NodeIndex } from '../../../graph/graph.ts'
import { isArrow, move, type Roving, startAt, waysOf } from '../../../picture/neighbours.ts'
import { areaAround, type Scene } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { isGround, placeIn } from '../camera/ground.ts'
import type { Viewer } from '../camera/viewer.ts'

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
  scene: Scene,
  { viewer, pane, press, highlight, own }: Hands,
  { elementOf, nodeAt }: Targets,
  first: NodeIndex | null = null,
): () => void {
  const { structure, style } = scene
  const ways = waysOf(structure)
  let at: Roving = startAt(ways, first ?? drawnAt(structure, stops.get(pane)))
  const listening = new AbortController()

  function rove(to: Roving): void {
    setStop(elementOf(at.node), -1)
    at = to
    stops.set(pane, structure.figures[at.node].id)
    setStop(elementOf(at.node), 0)
  }

  function go(to: Roving): void {
    rove(to)
    viewer.focusOn(areaAround(scene, [to.node]))
    elementOf(to.node)?.focus({ preventScroll: true })
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const inside = event.target !== group
    if (!own(event, inside ? at.node : null)) {
      if (isArrow(event.key)) go(inside ? move(ways, at, event.key, style.direction) : at)
      else if (event.key === 'Enter' || event.key === ' ') inside ? press(at.node) : go(at)
      else if (event.key === 'Escape') group.closest<HTMLElement>('section')?.focus()
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    group.addEventListener(type, listener, { signal: listening.signal })

  listen('keydown', onKey)
  listen('focusin', (event) => {
    const node = nodeAt(event)
    if (node === null) return
    if (node !== at.node) rove(startAt(ways, node))
    highlight(node)
  })
  listen('focusout', () => highlight(null))
  listen('pointermove', (event) => event.buttons === 0 && highlight(nodeAt(event)))
  listen('pointerleave', () => highlight(null))
  listen('click', (event) => {
    const node = nodeAt(event)
    if (own(event, node)) return
    if (node !== null) press(node)
    else if (isGround(event, group)) viewer.centreAt(placeIn(group, event))
  })
  listen('dblclick', (event) => own(event, nodeAt(event)))
  if (first === null) rove(at)
  else go(at)
  return () => listening.abort()
}

/** The tab stop of the graph, and after it the button that opens its node. */
function setStop(element: Element | null, index: number): void {
  element?.setAttribute('tabindex', String(index))
  if (element?.classList.contains('target')) element.nextElementSibling?.setAttribute('tabindex', String(index))
}

/** By pane: the stable id of the node that is the tab stop. */
const stops = new Map<string, number>()

/** The node of that id, or what it stands in; else the first that is drawn. */
function drawnAt({ nodeOf, nodes, standsIn }: Structure, id: number | undefined): NodeIndex {
  const node = id === undefined ? undefined : nodeOf.get(id)
  return node === undefined ? (nodes[0] ?? 0) : standsIn[node]
}
