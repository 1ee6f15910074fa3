import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { exact, fittingDecimal } from '../../../notation/numbers.ts'

interface Props {
  readonly name: string
  readonly value: number
  readonly onValue: (value: number) => void
  readonly onArrow: (event: KeyboardEvent) => void
  readonly onFocus?: () => void
}

/** What a number field can hold: it knows neither infinities nor NaN. */
const written = (value: number) => (Number.isFinite(value) ? exact(value) : '')

/** With the focus a field shows all digits, without it as many as fit. */
const shownIn = (field: HTMLInputElement, value: number): string =>
  document.activeElement === field || !Number.isFinite(value) ? written(value) : fittingDecimal(value, roomOf(field))

/** Letters of the monospaced font beside each other. */
const LETTER = 0.6
/** Before a field has its size. */
const USUAL = 7

/** By field, until it has another size: to measure many of them between their changes takes long. */
const rooms = new WeakMap<HTMLInputElement, number>()

function roomOf(field: HTMLInputElement): number {
  const room = rooms.get(field) ?? roomIn(field)
  rooms.set(field, room)
  return room
}

function roomIn(field: HTMLInputElement): number {
  const { fontSize, paddingLeft, paddingRight } = getComputedStyle(field)
  const [size, left, right] = [fontSize, paddingLeft, paddingRight].map(Number.parseFloat)
  return Math.floor((field.clientWidth - left - right) / (LETTER * size)) || USUAL
}

/** Any double can be typed. The text stays as typed while it says the value; Escape brings back the value from before. */
export function NumberField({ name, value, onValue, onArrow, onFocus }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef(value)
  useText(field, value)
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
      onFocus={({ currentTarget }) => {
        before.current = value
        if (currentTarget.value !== written(value)) currentTarget.value = written(value)
        onFocus?.()
      }}
      onInput={({ currentTarget }) => {
        const typed = Number.parseFloat(currentTarget.value)
        if (Number.isFinite(typed)) onValue(typed)
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? restore() : onArrow(event))}
      onBlur={({ currentTarget }) => {
        currentTarget.value = shownIn(currentTarget, value)
      }}
    />
  )
}

/** Writes a new value into the field, and writes it anew where the field has another size. */
function useText(field: { readonly current: HTMLInputElement | null }, value: number): void {
  const latest = useRef(value)
  latest.current = value
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const isSaid = Object.is(Number.parseFloat(element.value), value)
    if (!isSaid || document.activeElement !== element) element.value = shownIn(element, value)
  }, [field, value])
  useEffect(() => {
    const element = field.current as HTMLInputElement
    const resized = new ResizeObserver(() => {
      rooms.delete(element)
      if (document.activeElement !== element) element.value = shownIn(element, latest.current)
    })
    resized.observe(element)
    return () => resized.disconnect()
  }, [field])
}
