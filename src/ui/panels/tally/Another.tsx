import { withAnotherInput, withAnotherOutput } from '../../../graph/growing/another.ts'
import { edit } from '../../../state/document.ts'
import { say } from '../../../state/notices.ts'
import { pause } from '../../../state/playback.ts'
import { now, useGradual } from '../../../state/store.ts'

const WITH = { input: withAnotherInput, output: withAnotherOutput } as const

/** A longer program would take too long to try on. */
const LONGEST_PROGRAM = 10_000

type End = keyof typeof WITH

/** The program grows; the editor’s undo takes it back. */
function add(end: End): void {
  pause()
  const source = WITH[end](now().source)
  if (source !== null) edit(source)
  else say(`No place for another ${end} was found in this program.`)
}

/** Adds to the program as the lecture does. */
export function Another({ end }: { readonly end: End }) {
  const isLong = useGradual(({ source }) => source.length > LONGEST_PROGRAM)
  const hasErrors = useGradual(({ compilation, source }) => compilation.outOfDate || compilation.source !== source)
  const isPython = useGradual(({ compilation }) => compilation.language === 'python')
  // What grows is a program of formulas.
  if (isPython) return null
  const why = isLong
    ? 'This program is too long'
    : hasErrors
      ? 'The program has errors'
      : `The program with one more ${end}`
  return (
    <button type="button" className="button-quiet" disabled={isLong || hasErrors} title={why} onClick={() => add(end)}>
      Another {end}
    </button>
  )
}
