import { useId } from 'react'
import './search.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A dialog gives the focus to the field that asks for it when it opens, not when React renders. */
const asksForFocus = (field: HTMLInputElement | null) => field?.setAttribute('autofocus', '')

export function SearchField({ label, value, onChange }: Props) {
  const id = useId()
  return (
    <div className="search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={asksForFocus}
        type="search"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
