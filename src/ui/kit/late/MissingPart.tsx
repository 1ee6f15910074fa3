import { type Missing, useMissing } from '../../../state/missing.ts'
import { reload } from '../../../state/visit.ts'
import './late.css'

/** Says that a part did not load, in the place where it would stand. */
export function MissingPart({ part }: { readonly part: unknown }) {
  const missing = useMissing((state) => state.missing.get(part))
  return missing ? <SaidMissing all={[missing]} /> : null
}

/** What is missing, and the ways to get it. */
export function SaidMissing({ all }: { readonly all: readonly Missing[] }) {
  const tries = Math.max(...all.map((each) => each.tries))
  const tryAgain = () => {
    for (const each of all) each.tryAgain()
  }
  return (
    <div className="missing" role="alert">
      {all.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {tries > 1 && <p>Tried {tries} times. Reloading the page may help; your program stays.</p>}
      <button type="button" className="button" onClick={tryAgain}>
        Try again
      </button>
      <button type="button" className="button" onClick={reload}>
        Reload the page
      </button>
    </div>
  )
}
