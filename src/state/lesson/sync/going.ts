import type { Lesson } from '../../../lessons/lesson.ts'
import { isPresented, setPresenting, show, useShow } from '../../show.ts'
import { now } from '../../store.ts'
import { until } from '../../until.ts'
import { useRoom } from '../room.ts'
import { goForth, goToScene, openLesson } from '../running.ts'
import { type LessonState, sceneAtHand, useLesson } from '../store.ts'
import type { ShowPlace } from './message.ts'

/** Where this window is; null before its lesson has a scene on. */
export function placeHere(): ShowPlace | null {
  const { lesson, revealed } = now()
  const { name, away } = useLesson.getState()
  const scene = sceneAtHand()
  if (lesson === null || lesson !== name || revealed === null || !scene || away) return null
  const { blank, frozen, code, brought, enlarged } = useShow.getState()
  const presents = isPresented()
  return {
    lesson,
    scene: scene.id,
    revealed,
    presents,
    blank,
    frozen,
    code,
    brought,
    enlarged,
    room: useRoom.getState(),
  }
}

/** Goes to the place of another window, press by press where it is some presses ahead. */
export async function goToPlace(place: ShowPlace): Promise<boolean> {
  const { lesson: name, scene, revealed, blank, room } = place
  useShow.setState({ blank })
  const lesson = await opened(name, scene)
  const at = lesson ? lesson.scenes.findIndex(({ id }) => id === scene) : -1
  if (at < 0) return false
  useRoom.setState(room)
  const here = placeHere()
  const ahead = here?.scene === scene ? revealed - here.revealed : -1
  if (ahead < 0) await goToScene(at, revealed)
  else for (let press = 0; press < ahead; press++) await goForth()
  setPresenting(place.presents)
  present(place)
  return true
}

/** What only a show has is not there, and said not to be, where the page is for a desk. */
function present({ frozen, code, brought, enlarged }: ShowPlace): void {
  if (!now().presenting && now().speaker === null) return
  show(brought)
  useShow.setState({ frozen, code, enlarged })
}

/** The lesson of that name, opened if it is not; null where it cannot be, or another one was opened meanwhile. */
async function opened(name: string, scene: string): Promise<Lesson | null> {
  if (now().lesson !== name) openLesson(name, scene)
  const isKnown = (state: LessonState) => state.name !== name || state.lesson !== null || state.problems.length > 0
  const { name: at, lesson } = await until(useLesson, (state) => (isKnown(state) ? state : null))
  return at === name ? lesson : null
}
