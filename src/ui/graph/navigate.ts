import type { Mode } from '../../autodiff/pass.ts'
import type { NodeIndex } from '../../graph/graph.ts'
import { scrubTo, seed } from '../../state/playback.ts'
import { frameOf } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { change, now } from '../../state/store.ts'
import { reveal } from './camera.ts'
import { isArrow, move, type Roving, startAt } from './roving.ts'
import type { Scene } from './scene.ts'
import { closeAround, openNode, takeToggled, toggle } from './toggling.ts'

/** How the pointer and the focus find the nodes of a picture. */
export interface Targets {
  /** The element that stands for the node; it can take the focus. */
  readonly elementOf: (node: NodeIndex) => HTMLElement | SVGElement
  readonly nodeAt: (event: Event) => NodeIndex | null
}

/** Seeds the node where the mode can, at its first entry, or else goes to the step in which it becomes known. */
function activate(side: Mode, node: NodeIndex): void {
  const state = now()
  const session = currentSession(state)
  if (!session) return
  const { graph, timeline } = session
  const ends = side === 'forward' ? graph.inputs : graph.outputs
  const end = ends.findIndex((candidate) => candidate.node === node)
  const step = frameOf(timeline, state.position, side).pass.stepOf[node] + 1
  const pass = Math.min(state.position[side], timeline[side].count - 1)
  if (end >= 0 && timeline[side].of === 'units') seed(side, timeline[side].firstOf(end) - 1)
  else if (step > 0) scrubTo({ ...state.position, [side]: pass, step, term: 0 })
}

/** Lets keys, focus and pointer walk the graph: one tab stop, arrows along its edges. */
export function navigate(group: HTMLElement, scene: Scene, side: Mode, { elementOf, nodeAt }: Targets): () => void {
  const { structure, centres } = scene
  let at: Roving = startAt(structure, structure.nodeOf.get(stops.get(side) ?? -1) ?? 0)
  const listening = new AbortController()

  function rove(to: Roving): void {
    setStop(elementOf(at.node), -1)
    at = to
    stops.set(side, structure.figures[at.node].id)
    setStop(elementOf(at.node), 0)
  }

  function go(to: Roving): void {
    rove(to)
    reveal(centres[to.node])
    elementOf(to.node).focus({ preventScroll: true })
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const inside = event.target !== group
    const place = placeToggledBy(event)
    if (place !== null && (event.key === 'Enter' || event.key === ' ')) toggle(side, place)
    else if (isArrow(event.key)) go(inside ? move(structure, at, event.key) : at)
    else if (event.key === 'Enter' || event.key === ' ') inside ? activate(side, at.node) : go(at)
    else if (inside && now().shortcuts && OPEN.includes(event.key)) openNode(side, structure, at.node)
    else if (inside && now().shortcuts && CLOSE.includes(event.key)) closeAround(side, structure, at.node)
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
    if (node !== at.node) rove(startAt(structure, node))
    highlight(node)
  })
  listen('focusout', () => highlight(null))
  listen('pointermove', (event) => event.buttons === 0 && highlight(nodeAt(event)))
  listen('pointerleave', () => highlight(null))
  listen('click', (event) => {
    const [place, node] = [placeToggledBy(event), nodeAt(event)]
    if (place !== null) toggle(side, place)
    else if (node !== null) activate(side, node)
  })
  listen('dblclick', (event) => {
    const node = placeToggledBy(event) === null ? nodeAt(event) : null
    if (node !== null) openNode(side, structure, node)
  })
  const toggled = takeToggled(side, structure)
  if (toggled === null) rove(at)
  else go(startAt(structure, toggled))
  return () => listening.abort()
}

/** Keys that open the node with the focus, and close what it was opened in. */
const OPEN = ['o', 'O']
const CLOSE = ['c', 'C']

/** The tab stop of the graph, and after it the button that opens its node. */
function setStop(element: Element, index: number): void {
  element.setAttribute('tabindex', String(index))
  if (element.classList.contains('target')) element.nextElementSibling?.setAttribute('tabindex', String(index))
}

/** What the button under the event opens or closes; null for anything else. */
function placeToggledBy({ target }: Event): number | null {
  const button = target instanceof Element ? target.closest<SVGElement>('[data-toggle]') : null
  return button ? Number(button.dataset.toggle) : null
}

/** By mode: the stable id of the node that is the tab stop. */
const stops = new Map<Mode, number>()

/** Moves the focus to the tab stop of the first graph on the screen. */
export function focusGraph(): void {
  document.querySelector<HTMLElement>('.picture [data-id][tabindex="0"]')?.focus({ preventScroll: true })
}
