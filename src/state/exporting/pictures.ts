import type { MomentPicture } from '../../exports/exported.ts'
import { momentPicture } from '../../exports/momentPicture.ts'
import { grouped } from '../../language/words.ts'
import type { PictureTheme } from '../../picture/drawing/colours.ts'
import { outsideRace, type Position, START, stepForward } from '../../trace/position.ts'
import { linkAt } from '../linkState.ts'
import { currentSession, shownSession } from '../session.ts'
import { now, type State } from '../store.ts'
import { stageFor } from './stage.ts'

/** Larger graphs make files that no program opens gladly. */
const MOST_NODES = 2000

/** Why no picture can be made now, as a sentence; null where one can. */
export function pictureRefused({ compilation: { graph } }: State): string | null {
  if (!graph || graph.size === 0) return 'There is no graph yet: type a program first.'
  if (graph.size > MOST_NODES)
    return `This graph has ${grouped(graph.size)} nodes; pictures are made of up to ${grouped(MOST_NODES)}. Close some modules, or export the trace.`
  return null
}

/** Whether pictures are of all passes, or of the one at hand. */
export type StepsExtent = 'all' | 'pass'

/** The moment on the screen as a picture. */
export const pictureNow = (theme: PictureTheme): Promise<MomentPicture> => pictureAt(outsideRace(now().position), theme)

export async function pictureAt(position: Position, theme: PictureTheme): Promise<MomentPicture> {
  const state: State = { ...now(), position }
  const session = shownSession(state)
  if (!session) throw new Error('There is no graph.')
  const link = await linkAt(position)
  return momentPicture(session, stageFor(state, session.graph), position, { theme, program: state.source, link })
}

/** Where each step ends, by what one press of “Next step” completes, from the start on: so many, and one more where there are more. */
export function stepsShown(extent: StepsExtent, most: number): readonly Position[] {
  const state = now()
  const session = currentSession(state)
  if (!session) return []
  const start = extent === 'all' ? START : { ...outsideRace(state.position), step: 0, term: 0 }
  const isShown = ({ forward, reverse }: Position) =>
    extent === 'all' || (forward === start.forward && reverse === start.reverse)
  const positions: Position[] = []
  let at: Position | null = start
  while (at && isShown(at) && positions.length <= most) {
    positions.push(at)
    at = stepForward(session.timeline, state.shown, at, state.granularity)
  }
  return positions
}

/** A picture of each position, made one at a time, as they are asked for. */
export async function* picturesOf(positions: readonly Position[], theme: PictureTheme): AsyncGenerator<MomentPicture> {
  for (const position of positions) yield await pictureAt(position, theme)
}
