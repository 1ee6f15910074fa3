import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { isTaken } from '../../../state/picking.ts'
import { scrubTo } from '../../../state/playback.ts'
import { seed } from '../../../state/seedPass.ts'
import { currentSession, modeAtHand } from '../../../state/session.ts'
import { change, now } from '../../../state/store.ts'
import { frameOf } from '../../../trace/position.ts'
import { closeAround, openNode, takeToggled, toggle } from '../arranging/toggling.ts'
import { graphViewer } from '../camera/viewer.ts'
import { type Targets, walk } from './walk.ts'

/** Seeds the node where a mode can, at its first entry, or else goes to the step in which it becomes known. */
function activate(modes: readonly Mode[], node: NodeIndex): void {
  const state = now()
  const session = currentSession(state)
  if (!session) return
  const { graph, timeline } = session
  for (const mode of modes) {
    const end = (mode === 'forward' ? graph.inputs : graph.outputs).findIndex((candidate) => candidate.node === node)
    if (end < 0 || timeline[mode].of !== 'units') continue
    seed(mode, timeline[mode].firstOf(end) - 1)
    return
  }
  const mode = modes.length > 1 ? modeAtHand(state) : modes[0]
  const step = frameOf(timeline, state.position, mode).pass.stepOf[node] + 1
  const pass = Math.min(state.position[mode], timeline[mode].count - 1)
  if (step > 0) scrubTo({ ...state.position, [mode]: pass, step, term: 0 })
}

/** Opens and closes nodes in place: by their buttons, by a double click, by O and C. */
function opensOrCloses(
  pane: string,
  structure: Structure,
  event: KeyboardEvent | MouseEvent,
  node: NodeIndex | null,
): boolean {
  const place = placeToggledBy(event)
  const what = 'key' in event ? event.key : event.type
  const letter = now().shortcuts && what.toLowerCase()
  if (place !== null && /^(Enter| |click)$/.test(what)) toggle(pane, place)
  else if (node !== null && (letter === 'o' || (place === null && what === 'dblclick'))) openNode(pane, structure, node)
  else if (node !== null && letter === 'c') closeAround(pane, structure, node)
  else return false
  return true
}

/** Lets keys, focus and pointer walk the graph and go to steps of these modes' passes. */
export function navigate(group: HTMLElement, scene: Scene, modes: readonly Mode[], targets: Targets): () => void {
  const { structure } = scene
  const pane = modes.join()
  const hands = {
    ...{ viewer: graphViewer, pane },
    press: (node: NodeIndex) => {
      if (!isTaken(structure.figures[node].id)) activate(modes, node)
    },
    highlight: (node: NodeIndex | null) => {
      const id = node === null ? null : structure.figures[node].id
      if (now().highlight !== id) change({ highlight: id })
    },
    own: (event: KeyboardEvent | MouseEvent, node: NodeIndex | null) => opensOrCloses(pane, structure, event, node),
  }
  return walk(group, scene, hands, targets, takeToggled(pane, structure))
}

/** What the button under the event opens or closes; null for anything else. */
function placeToggledBy({ target }: Event): number | null {
  const button = target instanceof Element ? target.closest<SVGElement>('[data-toggle]') : null
  return button ? Number(button.dataset.toggle) : null
}

/** Moves the focus to the tab stop of the first graph on the screen. */
export function focusGraph(): void {
  document.querySelector<HTMLElement>('.picture [data-id][tabindex="0"]')?.focus({ preventScroll: true })
}
