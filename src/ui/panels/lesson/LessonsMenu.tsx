import { DialogButton } from '../../kit/dialog/DialogButton.tsx'
import { late } from '../../kit/late/late.tsx'

const LessonsList = late('The list of lessons', () => import('./LessonsList.tsx'))

/** Opens a lesson: one that the page comes with, one’s own, or a file. */
export const LessonsMenu = ({ onChosen }: { readonly onChosen?: () => void }) => (
  <DialogButton label="Lessons">
    {(close) => (
      <LessonsList
        onChosen={() => {
          close()
          onChosen?.()
        }}
      />
    )}
  </DialogButton>
)
