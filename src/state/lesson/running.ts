import type { LessonScene } from '../../lessons/lesson.ts'
import type { Moment } from '../choices/all.ts'
import { links } from '../links.ts'
import { change, now, useGradual } from '../store.ts'
import { lessonNamed } from './lessons.ts'
import { make, makeAtOnce } from './moves.ts'
import { movesOf, sceneAtHand, scenePlace, useLesson } from './store.ts'

/** Presses follow one another: each waits for what the one before has done. */
let done: Promise<void> = Promise.resolve()

const inTurn = (act: () => Promise<void>): Promise<void> => {
  done = done.then(act, act)
  return done
}

/** Follows the choice of a lesson: loads it, and sets its scene unless the link has set it. */
export function followLesson(): () => void {
  const follow = () => {
    const { lesson: name, revealed } = now()
    if (name !== useLesson.getState().name) void load(name)
    else if (name !== null && revealed === null) void goToScene(placeAtHand())
  }
  follow()
  return useGradual.subscribe(({ lesson, revealed }, before) => {
    if (lesson !== before.lesson || (revealed === null && before.revealed !== null)) follow()
  })
}

async function load(name: string | null): Promise<void> {
  useLesson.setState({ name, lesson: null, problems: [], away: false })
  if (name === null) return
  const checked = await lessonNamed(name)
  if (useLesson.getState().name !== name) return
  useLesson.setState(checked)
  if (checked.lesson && now().revealed === null) await goToScene(placeAtHand())
}

const placeAtHand = (): number => {
  const { lesson } = useLesson.getState()
  return lesson ? scenePlace(lesson, now()) : 0
}

/** Opens a lesson at a scene, the first if none is named. */
export const openLesson = (lesson: string, scene: string | null = null) => change({ lesson, scene, revealed: null })

/** Closes it; program and moment stay. */
export const closeLesson = () => change({ lesson: null, scene: null, revealed: null })

const sceneAt = (place: number): LessonScene | undefined => useLesson.getState().lesson?.scenes[place]

/** Sets a scene, with so many of its moves made. */
export const goToScene = (place: number, revealed = 0): Promise<void> =>
  inTurn(async () => {
    const scene = sceneAt(place)
    if (!scene) return
    const besides: Moment = { lesson: now().lesson ?? undefined, scene: scene.id, revealed }
    useLesson.setState({ away: false })
    await (await links.get()).goToFragment(scene.moment, besides)
    await makeAtOnce(movesOf(scene).slice(0, revealed), besides)
  })

/** The next move of the scene, else the next scene; nothing at the end of the lesson. */
export const goForth = (): Promise<void> => {
  const scene = sceneAtHand()
  const { lesson, revealed } = now()
  const made = revealed ?? 0
  const move = scene && movesOf(scene)[made]
  if (!scene || !lesson) return done
  if (!move) return goToScene(placeAtHand() + 1)
  change({ revealed: made + 1 })
  return inTurn(() => make(move, { lesson, scene: scene.id, revealed: made + 1 }))
}

/** Takes the last move back, else to the end of the scene before. */
export function goBack(): Promise<void> {
  const place = placeAtHand()
  const made = now().revealed ?? 0
  if (made > 0) return goToScene(place, made - 1)
  const before = sceneAt(place - 1)
  return before ? goToScene(place - 1, movesOf(before).length) : done
}

/** Leaves the scene to play with its program. */
export const leaveScene = () => useLesson.setState({ away: true })

/** Back to the very place that was left. */
export const returnToScene = () => goToScene(placeAtHand(), now().revealed ?? 0)
