import { Undo2 } from 'lucide-react'
import { addAnother, type GrowingEnd, hasGrownBy, LONGEST_GROWING, takeBack } from '../../../state/growing.ts'
import { useGradual } from '../../../state/store.ts'

/** Adds to the program as the lecture does. */
export function Another({ end }: { readonly end: GrowingEnd }) {
  const isLong = useGradual(({ source }) => source.length > LONGEST_GROWING)
  const canBack = useGradual(({ source }) => hasGrownBy(end, source))
  const hasErrors = useGradual(({ compilation, source }) => compilation.outOfDate || compilation.source !== source)
  const isPython = useGradual(({ compilation }) => compilation.language === 'python')
  const isLocked = useGradual((state) => state.locked.has('program'))
  // What grows is a program of formulas.
  if (isPython || isLocked) return null
  const why = isLong
    ? 'This program is too long'
    : hasErrors
      ? 'The program has errors'
      : `The program with one more ${end}`
  return (
    <>
      <button
        type="button"
        className="button-quiet"
        disabled={isLong || hasErrors}
        title={why}
        onClick={() => addAnother(end)}
      >
        Another {end}
      </button>
      {canBack && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Take back the new ${end}`}
          title={`The program without the new ${end}`}
          onClick={takeBack}
        >
          <Undo2 size="1.2em" aria-hidden />
        </button>
      )}
    </>
  )
}
