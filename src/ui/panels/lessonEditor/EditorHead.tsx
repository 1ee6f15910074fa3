import { Download, Play, Redo2, Undo2, X } from 'lucide-react'
import type { Lesson } from '../../../lessons/lesson.ts'
import {
  closeWriting,
  editLesson,
  playFromHere,
  redoEdit,
  undoEdit,
  useWriting,
} from '../../../state/lesson/editing/editor.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'
import { saveLesson } from './saveLesson.ts'

/** The lesson as a whole: its title, undo, where it is kept, and what leads out of the editor. */
export function EditorHead({ lesson }: { readonly lesson: Lesson }) {
  const canUndo = useWriting(({ edits }) => (edits?.past.length ?? 0) > 0)
  const canRedo = useWriting(({ edits }) => (edits?.future.length ?? 0) > 0)
  return (
    <div className="lesson-editor-head">
      <div className="lesson-editor-bar">
        <h2>Write a lesson</h2>
        <IconButton name="Undo" title="Undo (Ctrl+Z)" disabled={!canUndo} onClick={undoEdit} icon={Undo2} />
        <IconButton name="Redo" title="Redo (Ctrl+Shift+Z)" disabled={!canRedo} onClick={redoEdit} icon={Redo2} />
        <IconButton name="Close the editor" onClick={closeWriting} icon={X} />
      </div>
      <div className="lesson-editor-bar">
        <button type="button" className="button" onClick={playFromHere}>
          <Play size="1.1em" aria-hidden /> Play from here
        </button>
        <button type="button" className="button" onClick={() => saveLesson(lesson)}>
          <Download size="1.1em" aria-hidden /> Save as a file
        </button>
      </div>
      <label className="lesson-field">
        Title of the lesson
        <input
          type="text"
          maxLength={200}
          value={lesson.title}
          onChange={({ target }) => editLesson((before) => ({ ...before, title: target.value }), 'title')}
        />
      </label>
      {lesson.title === '' && <p className="lesson-fault">The lesson has no title: a file without one is refused.</p>}
      <Kept />
    </div>
  )
}

/** Where it is kept; aloud where that changes. */
function Kept() {
  const { name, isKept, others } = useWriting()
  return (
    <p className="lesson-kept" role="status">
      {isKept
        ? `Kept in this browser as “${name}”. `
        : 'This browser keeps nothing, or has no room: save the lesson as a file before you leave. '}
      {others !== null && `Another tab writes “${others}”, so that this one has a name of its own.`}
    </p>
  )
}
