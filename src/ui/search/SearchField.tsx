import { useId } from 'react'
import './search.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A dialog gives the focus to this field when it opens, or at once where the field comes later than the dialog. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
  if (field?.closest('dialog')?.open) field.focus()
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
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
