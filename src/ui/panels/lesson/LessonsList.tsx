import { startLesson } from '../../../state/lesson/editing/editor.ts'
import { LESSONS } from '../../../state/lesson/lessons.ts'
import { openLesson } from '../../../state/lesson/running.ts'
import { OpenFile } from '../../kit/file/OpenFile.tsx'
import { late } from '../../kit/late/late.tsx'
import { OwnLessons } from './OwnLessons.tsx'
import './lessonsList.css'

const PracticeChooser = late('Practice', () => import('./PracticeChooser.tsx'))

/** The lessons that the page comes with, those of the user’s own, and what opens another one from a file. */
export default function LessonsList({ onChosen }: { readonly onChosen: () => void }) {
  const choose = (name: string) => {
    openLesson(name)
    onChosen()
  }
  return (
    <div className="lesson-list">
      <ul>
        {LESSONS.map(({ name, title, gist }) => (
          <li key={name}>
            <button type="button" onClick={() => choose(name)}>
              <strong>{title}</strong>
              <span>{gist}</span>
            </button>
          </li>
        ))}
      </ul>
      <PracticeChooser onStart={choose} />
      <OwnLessons onChosen={onChosen} />
      <button
        type="button"
        className="button"
        onClick={() => {
          // First the dialog goes, which gives the focus back; then the editor takes it.
          onChosen()
          void startLesson()
        }}
      >
        Write a lesson
      </button>
      <OpenFile label="Open a lesson file" onOpened={onChosen} />
    </div>
  )
}
