import type { Lesson, LessonScene } from '../../../lessons/lesson.ts'
import { scenePlace } from '../store.ts'

/** What an edit makes of a lesson. */
export type LessonChange = (lesson: Lesson) => Lesson

const withScenes = (lesson: Lesson, scenes: readonly LessonScene[]): Lesson => ({ ...lesson, scenes })

/** A field of a scene; what is empty is left out. */
export const sceneWith =
  (id: string, change: Partial<LessonScene>): LessonChange =>
  (lesson) =>
    withScenes(
      lesson,
      lesson.scenes.map((scene) => (scene.id === id ? filled({ ...scene, ...change }) : scene)),
    )

/** Without the fields that say nothing. `text` stays, since each scene has it. */
function filled(scene: LessonScene): LessonScene {
  const isSaid = ([field, value]: [string, unknown]) =>
    field === 'text' || (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(Object.entries(scene).filter(isSaid)) as LessonScene
}

/** A scene more, after that place. */
export const sceneAfter =
  (place: number, scene: LessonScene): LessonChange =>
  (lesson) =>
    withScenes(lesson, lesson.scenes.toSpliced(place + 1, 0, scene))

export const sceneGone =
  (id: string): LessonChange =>
  (lesson) =>
    withScenes(
      lesson,
      lesson.scenes.filter((scene) => scene.id !== id),
    )

/** An item some places on, at most to the end. */
export function moved<T>(items: readonly T[], place: number, by: number): readonly T[] {
  const to = Math.min(items.length - 1, Math.max(0, place + by))
  return items.toSpliced(place, 1).toSpliced(to, 0, items[place])
}

export const sceneMoved =
  (id: string, by: number): LessonChange =>
  (lesson) =>
    withScenes(lesson, moved(lesson.scenes, scenePlace(lesson, id), by))

/** A name that nothing has yet: as it is, or with a number. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  const bare = name.replace(/-\d+$/, '')
  for (let number = 2; ; number++) {
    const tried = number === 2 && !taken(name) ? name : `${bare.slice(0, 50)}-${number}`
    if (!taken(tried)) return tried
  }
}

export const freeId = ({ scenes }: Lesson, base: string): string =>
  freeName(base, (name) => scenes.some(({ id }) => id === name))

/** A title as a name in links and of files. */
export const nameFrom = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '') || 'lesson'
