import { Trash2 } from 'lucide-react'
import { IconButton } from '../../kit/button/IconButton.tsx'

interface Props {
  readonly choices: readonly string[]
  readonly onChoices: (choices: string[]) => void
}

const MOST = 12

/** What can be chosen. What stands before a colon is the answer, what follows is shown. */
export function ChoicesEditor({ choices, onChoices }: Props) {
  return (
    <fieldset className="lesson-list-editor">
      <legend>Choices: “answer: what is shown”</legend>
      {choices.map((choice, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice has nothing of its own but its place
        <div key={place} className="lesson-editor-bar">
          <input
            type="text"
            aria-label={`Choice ${place + 1}`}
            maxLength={400}
            value={choice}
            onChange={({ target }) => onChoices([...choices].with(place, target.value))}
          />
          <IconButton
            name={`Delete choice ${place + 1}`}
            onClick={() => onChoices(choices.toSpliced(place, 1))}
            icon={Trash2}
          />
        </div>
      ))}
      <button
        type="button"
        className="button"
        disabled={choices.length >= MOST}
        onClick={() => onChoices([...choices, ''])}
      >
        Add a choice
      </button>
    </fieldset>
  )
}
