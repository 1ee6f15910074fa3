import type { Lesson, LessonScene } from '../../../lessons/lesson.ts'
import { useWriting } from '../../../state/lesson/editing/editor.ts'
import { scenePlace } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'

interface AtHand {
  readonly lesson: Lesson | null
  readonly scene: LessonScene | null
}

/** The lesson that is being written, and its scene at hand. */
export function useSceneAtHand(): AtHand {
  const lesson = useWriting(({ edits }) => edits?.value.lesson ?? null)
  const id = useGradual(({ scene }) => scene)
  return { lesson, scene: lesson?.scenes[scenePlace(lesson, id)] ?? null }
}
