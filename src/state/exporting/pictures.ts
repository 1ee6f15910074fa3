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
export type Extent = 'all' | 'pass'

/** The moment on the screen as a picture. */
export const pictureNow = (theme: PictureTheme): Promise<MomentPicture> => pictureAt(outsideRace(now().position), theme)

export async function pictureAt(position: Position, theme: PictureTheme): Promise<MomentPicture> {
  const state: State = { ...now(), position }
  const session = shownSession(state)
  if (!session) throw new Error('There is no graph.')
  const link = await linkAt(position)
  return momentPicture(session, stageFor(state, session.graph), position, { theme, program: state.source, link })
}

/** Where each step of the passes shown ends, from the start on, by what one press of “Next step” completes. */
export function stepsShown(extent: Extent): readonly Position[] {
  const state = now()
  const session = currentSession(state)
  if (!session) return []
  const { timeline } = session
  const positions: Position[] = []
  let at: Position | null = START
  while (at) {
    positions.push(at)
    at = stepForward(timeline, state.shown, at, state.granularity)
  }
  const { forward, reverse } = state.position
  const isAtHand = (position: Position) => position.forward === forward && position.reverse === reverse
  return extent === 'all' ? positions : positions.filter(isAtHand)
}

/** A picture of each position, made one at a time, as they are asked for. */
export async function* picturesOf(positions: readonly Position[], theme: PictureTheme): AsyncGenerator<MomentPicture> {
  for (const position of positions) yield await pictureAt(position, theme)
}
