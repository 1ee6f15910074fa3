import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { draftTitles } from '../../../state/lesson/editing/drafts.ts'
import { deleteDraft, editDraft, playDraft } from '../../../state/lesson/editing/editor.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

/** The lessons that the user writes in this browser: to play, to go on with, or to delete. */
export function OwnLessons({ onChosen }: { readonly onChosen: () => void }) {
  const [drafts, setDrafts] = useState(draftTitles)
  if (drafts.length === 0) return null
  const isShared = (title: string) => drafts.filter((each) => each.title === title).length > 1
  const open = (name: string, isEdited: boolean) => {
    onChosen()
    if (isEdited) editDraft(name)
    else playDraft(name)
  }
  return (
    <section aria-label="Your lessons">
      <h3>Your lessons, in this browser</h3>
      <ul>
        {drafts.map(({ name, title }) => (
          <li key={name} className="lesson-own">
            <button type="button" onClick={() => open(name, false)}>
              <strong>{title}</strong>
              {isShared(title) && <span> ({name})</span>}
            </button>
            <button type="button" className="button" aria-label={`Edit ${title}`} onClick={() => open(name, true)}>
              <Pencil size="1.1em" aria-hidden /> Edit
            </button>
            <Deleting
              name={name}
              onDelete={() => {
                deleteDraft(name)
                setDrafts(draftTitles())
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** It cannot be taken back, so that it takes two presses. */
function Deleting({ name, onDelete }: { readonly name: string; readonly onDelete: () => void }) {
  const [isAsked, setAsked] = useState(false)
  return isAsked ? (
    <button type="button" className="button lesson-delete" onClick={onDelete} onBlur={() => setAsked(false)}>
      Delete {name} for good
    </button>
  ) : (
    <IconButton name={`Delete ${name}`} icon={Trash2} size="1.1em" onClick={() => setAsked(true)} />
  )
}
