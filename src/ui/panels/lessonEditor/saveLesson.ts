import type { Lesson } from '../../../lessons/lesson.ts'
import { nameFrom } from '../../../state/lesson/editing/changes.ts'
import { fileText } from '../../../state/lesson/editing/editor.ts'

/** Gives the lesson to the user as a file, which the page opens again, also from beside itself. */
export function saveLesson(lesson: Lesson): void {
  const href = URL.createObjectURL(new Blob([fileText(lesson)], { type: 'application/json' }))
  const download = `${nameFrom(lesson.title)}.gradual-lesson.json`
  Object.assign(document.createElement('a'), { href, download }).click()
  URL.revokeObjectURL(href)
}
