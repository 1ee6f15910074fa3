import type { Lesson } from '../../../lessons/lesson.ts'
import { nameFrom } from '../../../state/lesson/editing/changes.ts'
import { fileText } from '../../../state/lesson/editing/editor.ts'
import { saveFile } from '../../kit/file/saveFile.ts'

/** Gives the lesson to the user as a file, which the page opens again, also from beside itself. */
export const saveLesson = (lesson: Lesson): void =>
  saveFile(`${nameFrom(lesson.title)}.gradual-lesson.json`, 'application/json', fileText(lesson))
