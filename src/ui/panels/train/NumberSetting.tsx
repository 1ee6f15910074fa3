import { type KeyboardEvent, useId, useState } from 'react'

interface Props {
  readonly name: string
  /** Null where it is left empty. */
  readonly value: number | null
  readonly least: number
  readonly isWhole?: boolean
  /** What it has to be, for who typed something else. */
  readonly rule: string
  readonly onValue: (value: number) => void
  /** Where it may be left empty: what that means, in a word or two, and what then is done. */
  readonly empty?: { readonly means: string; readonly onEmpty: () => void }
}

/** A number that is kept only where it is allowed; what else is typed is said to be wrong, and goes when the field is left. */
export function NumberSetting({ name, value, least, isWhole = false, rule, onValue, empty }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const message = useId()
  const isAllowed = (number: number) => Number.isFinite(number) && number >= least && (!isWhole || number % 1 === 0)
  const isEmpty = (text: string) => empty !== undefined && text === ''
  const isWrong = typed !== null && !isEmpty(typed) && !isAllowed(Number.parseFloat(typed))
  const type = (text: string) => {
    setTyped(text)
    if (isEmpty(text)) empty?.onEmpty()
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
        placeholder={empty?.means}
        value={typed ?? value ?? ''}
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
