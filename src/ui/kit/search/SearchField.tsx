import { type KeyboardEvent, useId } from 'react'
import { takeFocus } from '../dialog/takeFocus.ts'
import './search.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** In an empty field it closes the dialog: WebKit keeps the key for clearing even then. */
function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget: field } = event
  if (key !== 'Escape' || field.value !== '') return
  event.preventDefault()
  field.closest('dialog')?.close()
}

export function SearchField({ label, value, onChange }: Props) {
  const id = useId()
  return (
    <div className="search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={takeFocus}
        type="search"
        autoComplete="off"
        value={value}
        onKeyDown={onKeyDown}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
