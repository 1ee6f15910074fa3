import type { Lesson } from '../../lessons/lesson.ts'
import { gathered } from '../gathered.ts'
import {
  type Outcome,
  type Outcomes,
  questionId,
  replaceAnswersOf,
  tellsAnswers,
  useAnswers,
} from '../lesson/answers.ts'
import { sceneAtHand, useLesson } from '../lesson/store.ts'
import { say } from '../notices.ts'
import { now, useGradual } from '../store.ts'
import type { CourseProgress } from './progress.ts'
import type { CourseRecord } from './record.ts'

/** Milliseconds in which changes gather. */
const SOON = 400

/** Writes into the record what is done from now on, soon after it is done; what it gives back does so at once. */
export function followCourse(record: CourseRecord, lesson: string): () => void {
  // Others may have used this browser before.
  if (lesson) replaceAnswersOf(lesson, outcomesIn(record.progress, lesson))
  let { progress } = record
  function tell(): void {
    if (!lesson) {
      record.write(location.hash)
      return
    }
    const { name, lesson: open } = useLesson.getState()
    const scene = sceneAtHand()
    if (name !== lesson || now().lesson !== lesson || !open || !scene) return
    const answers = useAnswers.getState()
    progress = progressOf(progress, lesson, answers.outcomes, open, scene.id)
    const place = `#v=1&lesson=${encodeURIComponent(lesson)}&scene=${encodeURIComponent(scene.id)}`
    const scored = tellsAnswers(answers, lesson, open)
    record.write(place, { lesson: open, progress, scored })
  }
  const soon = gathered(tell, (end) => setTimeout(end, SOON))
  for (const store of [useGradual, useLesson, useAnswers]) store.subscribe(soon)
  soon()
  return tell
}

export const sayUnrecorded = (): void =>
  say('There is no course platform around this page, so your progress is not recorded.')

/** With what was answered since, and the scene that is open. */
function progressOf(before: CourseProgress, name: string, outcomes: Outcomes, { scenes }: Lesson, open: string) {
  const after = new Map<string, Omit<Outcome, 'at'> | null>()
  for (const { id } of scenes) {
    const outcome = outcomes[questionId(name, id)]
    if (outcome) after.set(id, { wrong: outcome.wrong, right: outcome.right, shown: outcome.shown })
    else if (before.has(id) || id === open) after.set(id, null)
  }
  return after
}

/** The answers that belong to the scenes of a lesson. */
const outcomesIn = (progress: CourseProgress, lesson: string): Outcomes =>
  Object.fromEntries(
    [...progress].flatMap(([scene, outcome]) =>
      outcome ? [[questionId(lesson, scene), { ...outcome, at: Date.now() }]] : [],
    ),
  )
