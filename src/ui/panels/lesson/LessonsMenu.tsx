import { useState } from 'react'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const LessonsList = late('The list of lessons', () => import('./LessonsList.tsx'))

/** Opens a lesson: one that the page comes with, or a file. */
export function LessonsMenu() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Lessons
      </button>
      <Dialog title="Lessons" wide open={open} onClose={close}>
        <LessonsList onChosen={close} />
      </Dialog>
    </>
  )
}
