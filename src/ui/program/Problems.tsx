import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Diagnostic } from '../../core.ts'
import { problemsOf } from '../../state/session.ts'
import { now, useGradual } from '../../state/store.ts'
import { goTo } from './caret.ts'
import { applyFix } from './fix.ts'
import './problems.css'

/** As many as a person reads; the rest is counted. */
const MOST = 20

const SEVERITY = {
  error: { word: 'Error', Icon: CircleAlert },
  warning: { word: 'Warning', Icon: TriangleAlert },
  note: { word: 'Note', Icon: Info },
} as const

interface Numbered {
  readonly problem: Diagnostic
  readonly line: number
}

/** The first problems with the lines of the text in which they start. */
function numbered(problems: readonly Diagnostic[], source: string): readonly Numbered[] {
  return problems.slice(0, MOST).map((problem) => ({ problem, line: lineOf(source, problem.from) }))
}

function lineOf(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}

const Problem = memo(function Problem({ problem, line }: Numbered) {
  const { word, Icon } = SEVERITY[problem.severity]
  return (
    <li data-severity={problem.severity}>
      <button type="button" className="problem-place" onClick={() => goTo(problem)}>
        <Icon size="1.15em" aria-hidden />
        <span>
          <strong>
            {word}, line {line}
          </strong>
          : {problem.message}
        </span>
      </button>
      {problem.fix && (
        <button type="button" className="problem-fix" onClick={() => applyFix(problem)}>
          {problem.fix.label}
        </button>
      )}
    </li>
  )
})

/** What there is to say about the program. */
export default function Problems() {
  const compilation = useGradual((state) => state.compilation)
  const problems = useMemo(
    () => (compilation === now().compilation ? problemsOf(now()) : compilation.diagnostics),
    [compilation],
  )
  return (
    <ul className="problems" aria-label="Problems">
      {numbered(problems, compilation.source).map(({ problem, line }) => (
        <Problem key={`${problem.from} ${problem.message}`} problem={problem} line={line} />
      ))}
      {problems.length > MOST && <li>and {problems.length - MOST} more</li>}
    </ul>
  )
}
