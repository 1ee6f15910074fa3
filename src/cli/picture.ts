import type { MomentPicture } from '../exports/exported.ts'
import { momentPicture, type Stage } from '../exports/momentPicture.ts'
import type { Pane } from '../picture/camera.ts'
import { STACK } from '../picture/marks.ts'
import { sceneFor } from '../picture/sceneFor.ts'
import { currentLink } from '../state/linkState.ts'
import { stageOf } from '../state/panes.ts'
import { isSecondOrder, type Session, shownSession } from '../state/session.ts'
import { now } from '../state/store.ts'

/** The graphs that the stage shows in so much room: the same at each step. */
export function stageIn({ width, height }: Omit<Pane, 'reading'>): Stage {
  const state = now()
  const { graph } = shownSession(state) as Session
  const { panes, stacked } = stageOf(state)
  const pane = {
    width: stacked ? width : width / panes.length,
    height: stacked ? height / panes.length : height,
    reading: 1,
  }
  const { direction, constants } = state
  const panesDrawn = panes.map((modes) => {
    const marks = isSecondOrder(state) ? STACK : modes
    return { modes, scene: sceneFor(graph, marks, pane, { direction, constants }) }
  })
  return { panes: panesDrawn, stacked, shown: state.shown }
}

/** What the page would show of the moment at hand. */
export async function pictureOn(stage: Stage): Promise<MomentPicture> {
  const state = now()
  const { theme, source } = state
  const link = await currentLink()
  return momentPicture(shownSession(state) as Session, stage, state.position, {
    ...{ theme: theme ?? 'light', program: source, link },
  })
}
