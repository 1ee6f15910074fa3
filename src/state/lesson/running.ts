import type { LessonScene } from '../../lessons/lesson.ts'
import type { Moment } from '../choices/all.ts'
import { clicker } from '../clicker.ts'
import { links } from '../links.ts'
import { standstill } from '../playback.ts'
import { change, now, useGradual } from '../store.ts'
import { tellsAnswers, useAnswers } from './answers.ts'
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
    const { lesson: name, revealed, editing } = now()
    if (editing) return
    if (name !== useLesson.getState().name) void load(name)
    else if (name !== null && revealed === null) void goToScene(placeAtHand())
  }
  follow()
  standstill.of = isExamOpen
  clicker.of = { on: () => void goForth(), back: () => void goBack(), takes: isTold, isAtEnd }
  return useGradual.subscribe(({ lesson, revealed }, before) => {
    if (lesson !== before.lesson || (revealed === null && before.revealed !== null)) follow()
  })
}

/** Whether presses lead through a lesson: not while the user has left the scene to play, or writes it. */
const isTold = () => now().lesson !== null && !now().editing && !useLesson.getState().away

function isAtEnd(way: 1 | -1): boolean {
  const scene = sceneAtHand()
  const hasMove = way > 0 ? scene !== null && madeAtHand() < movesOf(scene).length : madeAtHand() > 0
  return !hasMove && sceneAt(placeAtHand() + way) === undefined
}

/** In an exam that is not handed in the stage stands still: its steps would give the answers. */
function isExamOpen(): boolean {
  const { name, lesson } = useLesson.getState()
  return name !== null && name === now().lesson && lesson !== null && !tellsAnswers(useAnswers.getState(), name, lesson)
}

async function load(name: string | null): Promise<void> {
  useLesson.setState({ name, lesson: null, problems: [], away: false })
  if (name === null) return
  const checked = await lessonNamed(name)
  if (useLesson.getState().name !== name) return
  useLesson.setState(checked)
  if (checked.lesson && now().revealed === null && !now().editing) await goToScene(placeAtHand())
}

const placeAtHand = (): number => {
  const { lesson } = useLesson.getState()
  return lesson ? scenePlace(lesson, now().scene) : 0
}

/** Opens a lesson at a scene, the first if none is named. */
export const openLesson = (lesson: string, scene: string | null = null) => change({ lesson, scene, revealed: null })

/** Closes it, played or written, and ends its show; program and moment stay. */
export const closeLesson = () =>
  change({ lesson: null, scene: null, editing: false, revealed: null, show: null, speaker: null })

const sceneAt = (place: number): LessonScene | undefined => useLesson.getState().lesson?.scenes[place]

/** Sets a scene, with so many of its moves made. */
export const goToScene = (place: number, revealed = 0): Promise<void> => inTurn(() => set(place, revealed))

async function set(place: number, revealed: number): Promise<void> {
  const scene = sceneAt(place)
  if (!scene) return
  const here: Moment = { lesson: now().lesson ?? undefined, scene: scene.id, revealed }
  // Where the ledger would take the graph's place, the graph is what the scene is about.
  const besides: Moment = isNarrow() && OPENS_LEDGER.test(scene.moment) ? { ...here, tab: 'graph' } : here
  useLesson.setState({ away: false })
  await (await links.get()).goToFragment(scene.moment, besides)
  await makeAtOnce(movesOf(scene).slice(0, revealed), besides)
}

const OPENS_LEDGER = /&tab=(trace|jacobian)(&|$)/

/** There the style sheets put the ledger in the graph’s place. */
const isNarrow = () => matchMedia('(width < 1000px)').matches

const madeAtHand = () => now().revealed ?? 0

/** The next move of the scene, else the next scene; nothing at the end of the lesson. */
export const goForth = (): Promise<void> =>
  inTurn(async () => {
    const scene = sceneAtHand()
    const move = scene && movesOf(scene)[madeAtHand()]
    if (!scene || !move) return set(placeAtHand() + 1, 0)
    const revealed = madeAtHand() + 1
    change({ revealed })
    return make(move, { lesson: now().lesson ?? undefined, scene: scene.id, revealed })
  })

/** Takes the last move back, else to the end of the scene before. */
export const goBack = (): Promise<void> =>
  inTurn(async () => {
    const place = placeAtHand()
    if (madeAtHand() > 0) return set(place, madeAtHand() - 1)
    const before = sceneAt(place - 1)
    if (before) await set(place - 1, movesOf(before).length)
  })

/** Leaves the scene to play with its program. */
export const leaveScene = () => useLesson.setState({ away: true })

/** Back to the very place that was left. */
export const returnToScene = (): Promise<void> => goToScene(placeAtHand(), madeAtHand())
