import { type KeyboardEvent, useId, useState } from 'react'

interface Props {
  readonly name: string
  readonly value: number
  readonly least: number
  readonly isWhole?: boolean
  /** What it has to be, for who typed something else. */
  readonly rule: string
  readonly onValue: (value: number) => void
}

/** A number that is kept only where it is allowed; what else is typed is said to be wrong, and goes when the field is left. */
export function NumberSetting({ name, value, least, isWhole = false, rule, onValue }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const message = useId()
  const isAllowed = (number: number) => Number.isFinite(number) && number >= least && (!isWhole || number % 1 === 0)
  const isWrong = typed !== null && !isAllowed(Number.parseFloat(typed))
  const type = (text: string) => {
    setTyped(text)
    const number = Number.parseFloat(text)
    if (isAllowed(number) && number !== value) onValue(number)
  }
  return (
    <>
      <input
        type="number"
        step={isWhole ? 1 : 'any'}
        min={least}
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? message : undefined}
        value={typed ?? value}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={({ key }: KeyboardEvent) => key === 'Escape' && setTyped(null)}
      />
      {isWrong && (
        <p id={message} className="train-wrong" role="alert">
          {rule}
        </p>
      )}
    </>
  )
}
