import { Trash2 } from 'lucide-react'
import type { Slip } from '../../../lessons/lesson.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

interface Props {
  readonly slips: readonly Slip[]
  readonly onSlips: (slips: Slip[]) => void
}

/** Likely wrong answers besides those that the engine knows, and what is said to each. */
export function SlipsEditor({ slips, onSlips }: Props) {
  const put = (place: number, change: Partial<Slip>) => onSlips([...slips].with(place, { ...slips[place], ...change }))
  return (
    <fieldset className="lesson-list-editor">
      <legend>Slips of your own</legend>
      {slips.map(({ answer, slip }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slip has nothing of its own but its place
        <div key={place} className="lesson-slip">
          <input
            type="text"
            className="lesson-code"
            aria-label={`Wrong answer ${place + 1}`}
            placeholder="cos(x1)"
            maxLength={400}
            value={answer}
            onChange={({ target }) => put(place, { answer: target.value })}
          />
          <input
            type="text"
            aria-label={`What went wrong in answer ${place + 1}`}
            placeholder="What went wrong"
            maxLength={2000}
            value={slip}
            onChange={({ target }) => put(place, { slip: target.value })}
          />
          <IconButton
            name={`Delete slip ${place + 1}`}
            onClick={() => onSlips(slips.toSpliced(place, 1))}
            icon={Trash2}
          />
        </div>
      ))}
      <button type="button" className="button" onClick={() => onSlips([...slips, { answer: '', slip: '' }])}>
        Add a slip
      </button>
    </fieldset>
  )
}
