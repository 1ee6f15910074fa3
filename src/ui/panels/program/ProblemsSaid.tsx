import { useEffect, useState } from 'react'
import type { Diagnostic } from '../../../core.ts'
import { count } from '../../../language/words.ts'
import type { Compilation } from '../../../state/compilation.ts'
import { PROBLEMS_SAID, problemPlace } from './place.ts'

/** In ms: what is half typed is not worth a word. */
const REST = 1000

interface Props {
  readonly compilation: Compilation
  readonly problems: readonly Diagnostic[]
}

/** How many problems there are, the first one, and what graph is shown meanwhile; nothing where there are none. */
function said({ compilation: { graph, outOfDate, source }, problems }: Props): string {
  if (problems.length === 0) return ''
  const [first] = problems
  const shown = graph ? 'The graph is out of date: the last one that worked.' : 'There is no graph yet.'
  return `${count(problems.length, 'problem')}. ${problemPlace(first, source)}: ${first.message} ${outOfDate ? shown : ''}`.trim()
}

/** Says the problems aloud, once typing rests. */
export function ProblemsSaid({ compilation, problems }: Props) {
  const [text, say] = useState('')
  const words = said({ compilation, problems })
  useEffect(() => {
    const timer = setTimeout(say, REST, words)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p id={PROBLEMS_SAID} className="visually-hidden" aria-live="polite">
      {text}
    </p>
  )
}
