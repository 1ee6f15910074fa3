import { checkLesson } from '../../lessons/checker.ts'
import { change } from '../store.ts'
import { keepOpened, OPENED } from './lessons.ts'
import { useLesson } from './store.ts'

const NO_ROOM = 'This browser has no room to keep the lesson open in this tab.'

/** Opens the text of a lesson file of the user’s in this tab; gives back why it cannot be opened, else null. */
export function openLessonText(text: string): readonly string[] | null {
  const { lesson, problems } = checkLesson(text)
  if (!lesson) return problems
  if (!keepOpened(text)) return [NO_ROOM]
  // It may take the place of another one of that name.
  useLesson.setState({ name: null })
  change({ lesson: null })
  change({ lesson: OPENED, scene: null, revealed: null })
  return null
}
