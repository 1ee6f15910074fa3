import { type KeyboardEvent, useEffect, useRef } from 'react'
import { exact } from '../../notation/numbers.ts'

interface Props {
  readonly name: string
  readonly value: number
  readonly onValue: (value: number) => void
  readonly onArrow: (event: KeyboardEvent) => void
  readonly onFocus?: () => void
}

/** What a number field can hold: it knows neither infinities nor NaN. */
const written = (value: number) => (Number.isFinite(value) ? exact(value) : '')

/** Any double can be typed. The text stays as typed while it says the value; Escape brings back the value from before. */
export function NumberField({ name, value, onValue, onArrow, onFocus }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef(value)
  useEffect(() => {
    const element = field.current
    if (element && !Object.is(Number.parseFloat(element.value), value)) element.value = written(value)
  }, [value])
  const restore = () => {
    onValue(before.current)
    if (field.current) field.current.value = written(before.current)
  }
  return (
    <input
      ref={field}
      type="number"
      step="any"
      aria-label={name}
      title={exact(value)}
      defaultValue={written(value)}
      onFocus={() => {
        before.current = value
        onFocus?.()
      }}
      onInput={({ currentTarget }) => {
        const typed = Number.parseFloat(currentTarget.value)
        if (Number.isFinite(typed)) onValue(typed)
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? restore() : onArrow(event))}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value === '') currentTarget.value = written(value)
      }}
    />
  )
}
