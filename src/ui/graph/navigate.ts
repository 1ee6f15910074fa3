import type { Mode } from '../../autodiff/pass.ts'
import type { NodeIndex } from '../../graph/graph.ts'
import { isArrow, move, type Roving, startAt, waysOf } from '../../picture/neighbours.ts'
import { areaAround, type Scene } from '../../picture/scene.ts'
import type { Structure } from '../../picture/structure.ts'
import { scrubTo, seed } from '../../state/playback.ts'
import { frameOf } from '../../state/position.ts'
import { currentSession, modeAtHand } from '../../state/session.ts'
import { change, now } from '../../state/store.ts'
import { isGround, placeIn } from './ground.ts'
import { closeAround, openNode, takeToggled, toggle } from './toggling.ts'
import { graphViewer } from './viewer.ts'

/** How the pointer and the focus find the nodes of a picture. */
export interface Targets {
  /** The element that stands for the node; it can take the focus. */
  readonly elementOf: (node: NodeIndex) => HTMLElement | SVGElement | null
  readonly nodeAt: (event: Event) => NodeIndex | null
}

/** Seeds the node where a mode can, at its first entry, or else goes to the step in which it becomes known. */
function activate(sides: readonly Mode[], node: NodeIndex): void {
  const state = now()
  const session = currentSession(state)
  if (!session) return
  const { graph, timeline } = session
  for (const side of sides) {
    const end = (side === 'forward' ? graph.inputs : graph.outputs).findIndex((candidate) => candidate.node === node)
    if (end < 0 || timeline[side].of !== 'units') continue
    seed(side, timeline[side].firstOf(end) - 1)
    return
  }
  const side = sides.length > 1 ? modeAtHand(state) : sides[0]
  const step = frameOf(timeline, state.position, side).pass.stepOf[node] + 1
  const pass = Math.min(state.position[side], timeline[side].count - 1)
  if (step > 0) scrubTo({ ...state.position, [side]: pass, step, term: 0 })
}

/** Lets keys, focus and pointer walk the graph: one tab stop, arrows along its edges. */
export function navigate(
  group: HTMLElement,
  scene: Scene,
  sides: readonly Mode[],
  { elementOf, nodeAt }: Targets,
): () => void {
  const { structure, style } = scene
  const ways = waysOf(structure)
  const pane = sides.join()
  let at: Roving = startAt(ways, drawnAt(structure, stops.get(pane)))
  const listening = new AbortController()

  function rove(to: Roving): void {
    setStop(elementOf(at.node), -1)
    at = to
    stops.set(pane, structure.figures[at.node].id)
    setStop(elementOf(at.node), 0)
  }

  function go(to: Roving): void {
    rove(to)
    graphViewer.focusOn(areaAround(scene, [to.node]))
    elementOf(to.node)?.focus({ preventScroll: true })
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const inside = event.target !== group
    const place = placeToggledBy(event)
    if (place !== null && (event.key === 'Enter' || event.key === ' ')) toggle(pane, place)
    else if (isArrow(event.key)) go(inside ? move(ways, at, event.key, style.direction) : at)
    else if (event.key === 'Enter' || event.key === ' ') inside ? activate(sides, at.node) : go(at)
    else if (inside && now().shortcuts && OPEN.includes(event.key)) openNode(pane, structure, at.node)
    else if (inside && now().shortcuts && CLOSE.includes(event.key)) closeAround(pane, structure, at.node)
    else if (event.key === 'Escape') group.closest<HTMLElement>('section')?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const highlight = (node: NodeIndex | null) => {
    const id = node === null ? null : structure.figures[node].id
    if (now().highlight !== id) change({ highlight: id })
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
    const [place, node] = [placeToggledBy(event), nodeAt(event)]
    if (place !== null) toggle(pane, place)
    else if (node !== null) activate(sides, node)
    else if (isGround(event, group)) graphViewer.centreAt(placeIn(group, event))
  })
  listen('dblclick', (event) => {
    const node = placeToggledBy(event) === null ? nodeAt(event) : null
    if (node !== null) openNode(pane, structure, node)
  })
  const toggled = takeToggled(pane, structure)
  if (toggled === null) rove(at)
  else go(startAt(ways, toggled))
  return () => listening.abort()
}

/** Keys that open the node with the focus, and close what it was opened in. */
const OPEN = ['o', 'O']
const CLOSE = ['c', 'C']

/** The tab stop of the graph, and after it the button that opens its node. */
function setStop(element: Element | null, index: number): void {
  element?.setAttribute('tabindex', String(index))
  if (element?.classList.contains('target')) element.nextElementSibling?.setAttribute('tabindex', String(index))
}

/** What the button under the event opens or closes; null for anything else. */
function placeToggledBy({ target }: Event): number | null {
  const button = target instanceof Element ? target.closest<SVGElement>('[data-toggle]') : null
  return button ? Number(button.dataset.toggle) : null
}

/** By pane: the stable id of the node that is the tab stop. */
const stops = new Map<string, number>()

/** The node of that id, or what it stands in; else the first that is drawn. */
function drawnAt({ nodeOf, nodes, standsIn }: Structure, id: number | undefined): NodeIndex {
  const node = id === undefined ? undefined : nodeOf.get(id)
  return node === undefined ? (nodes[0] ?? 0) : standsIn[node]
}

/** Moves the focus to the tab stop of the first graph on the screen. */
export function focusGraph(): void {
  document.querySelector<HTMLElement>('.picture [data-id][tabindex="0"]')?.focus({ preventScroll: true })
}
