import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { draftNames } from '../../../state/lesson/editing/drafts.ts'
import { deleteDraft, editDraft, playDraft } from '../../../state/lesson/editing/editor.ts'

/** The lessons that the user writes in this browser: to play, to go on with, or to delete. */
export function OwnLessons({ onChosen }: { readonly onChosen: () => void }) {
  const [names, setNames] = useState(draftNames)
  if (names.length === 0) return null
  const open = (name: string, isEdited: boolean) => {
    onChosen()
    if (isEdited) editDraft(name)
    else playDraft(name)
  }
  return (
    <section aria-label="Your lessons">
      <h3>Your lessons, in this browser</h3>
      <ul>
        {names.map((name) => (
          <li key={name} className="lesson-own">
            <button type="button" onClick={() => open(name, false)}>
              <strong>{name}</strong>
            </button>
            <button type="button" className="button" aria-label={`Edit ${name}`} onClick={() => open(name, true)}>
              <Pencil size="1.1em" aria-hidden /> Edit
            </button>
            <Deleting
              name={name}
              onDelete={() => {
                deleteDraft(name)
                setNames(draftNames())
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
    <button
      type="button"
      className="icon-button"
      aria-label={`Delete ${name}`}
      title={`Delete ${name}`}
      onClick={() => setAsked(true)}
    >
      <Trash2 size="1.1em" aria-hidden />
    </button>
  )
}
