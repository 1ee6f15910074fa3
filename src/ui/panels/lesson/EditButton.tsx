import { Pencil } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { draftIn } from '../../../state/lesson/editing/drafts.ts'
import { editAgain, editCopy, useWriting } from '../../../state/lesson/editing/editor.ts'
import { useGradual } from '../../../state/store.ts'
import { useExam } from './useExam.ts'

/** To the editor: with the user’s own lesson, or a copy of another. */
export function EditButton() {
  const name = useGradual(({ lesson }) => lesson) ?? ''
  const isOwn = draftIn(name) !== null
  const exam = useExam()
  const button = useRef<HTMLButtonElement>(null)
  // Who has written it is led back by the key that led here.
  useLayoutEffect(() => {
    if (useWriting.getState().isLeft) button.current?.focus()
    useWriting.setState({ isLeft: false })
  }, [])
  // A copy would have the answers.
  if (exam === 'open') return null
  return (
    <button
      ref={button}
      type="button"
      className="button-quiet lesson-edit"
      onClick={() => (isOwn ? editAgain() : void editCopy(name))}
    >
      <Pencil size="1.1em" aria-hidden /> {isOwn ? 'Back to editing' : 'Edit a copy'}
    </button>
  )
}
