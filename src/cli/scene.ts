import { STACK } from '../picture/marks.ts'
import { sceneFor } from '../picture/sceneFor.ts'
import { drawnScene } from '../state/exporting/drawnScene.ts'
import { pictureRefused } from '../state/exporting/pictures.ts'
import { stageOf } from '../state/panes.ts'
import { isSecondOrder } from '../state/session.ts'
import { now } from '../state/store.ts'
import { Fault } from './fault.ts'

/** Lays the graph out in so much room, as if it stood on a screen: pictures of each step are made from it. */
export function layOut(width: number, height: number): void {
  const state = now()
  const { graph } = state.compilation
  const refused = pictureRefused(state)
  if (refused !== null || !graph) throw new Fault(1, `gradual: ${refused}\n`)
  const { panes, stacked } = stageOf(state)
  const across = stacked ? 1 : panes.length
  const pane = { width: width / across, height: (height * across) / panes.length, reading: 1 }
  const { direction, constants } = state
  drawnScene.now = sceneFor(graph, isSecondOrder(state) ? STACK : panes[0], pane, { direction, constants })
}
