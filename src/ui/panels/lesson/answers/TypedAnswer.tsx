import { useState } from 'react'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly isCount?: boolean
  /** Where something else can write the answer too. */
  readonly text?: string
  readonly onType?: (text: string) => void
  readonly onGive: (given: string) => void
}

/** An answer in a field: a number, an expression, a shape, a count, the name of a node. */
export function TypedAnswer({ label, placeholder, isCount = false, text, onType, onGive }: Props) {
  const [own, setOwn] = useState('')
  const typed = text ?? own
  return (
    <form
      className="lesson-answer"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onGive(typed.trim())
      }}
    >
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          type="text"
          inputMode={isCount ? 'numeric' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={400}
          placeholder={placeholder}
          value={typed}
          onChange={({ target }) => (onType ?? setOwn)(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={typed.trim() === ''}>
        Answer
      </button>
    </form>
  )
}
