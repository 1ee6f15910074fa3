import { ChevronDown, ChevronRight, CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { Diagnostic } from '../../../core.ts'
import { problemsOf } from '../../../state/problems.ts'
import { now, useGradual } from '../../../state/store.ts'
import { goTo } from '../../kit/program/caret.ts'
import { applyFix } from './fix.ts'
import { ProblemsSaid } from './ProblemsSaid.tsx'
import { problemPlace } from './place.ts'
import './problems.css'

/** As many as a person reads; the rest is counted. */
const MOST_LISTED = 20

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

interface Placed {
  readonly problem: Diagnostic
  /** Where it starts: “Error, line 3”. */
  readonly place: string
}

const Problem = memo(function Problem({ problem, place }: Placed) {
  const isLocked = useGradual((state) => state.locked.has('program'))
  const Icon = ICONS[problem.severity]
  return (
    <li data-severity={problem.severity}>
      <button type="button" className="problem-place" onClick={() => goTo(problem)}>
        <Icon size="1.15em" aria-hidden />
        <span>
          <strong>{place}</strong>: {problem.message}
        </span>
      </button>
      {problem.fix?.preview && <pre className="problem-preview">{problem.fix.preview}</pre>}
      {problem.fix && !isLocked && (
        <button type="button" className="problem-fix" onClick={() => applyFix(problem)}>
          {problem.fix.label}
        </button>
      )}
    </li>
  )
})

/** What is worth knowing, and asks for nothing: several of these are one line, which opens, so that the text has the room. */
const isRemark = ({ severity, fix }: Diagnostic): boolean => severity === 'note' && !fix

/** What there is to say about the program. */
export default function Problems() {
  const compilation = useGradual((state) => state.compilation)
  const problems = useMemo(
    () => (compilation === now().compilation ? problemsOf(now()) : compilation.diagnostics),
    [compilation],
  )
  const [isOpen, setOpen] = useState(false)
  const remarks = problems.filter(isRemark)
  const isFolded = remarks.length > 1
  const listed = isFolded && !isOpen ? problems.filter((problem) => !isRemark(problem)) : problems
  return (
    <>
      <ul className="problems" aria-label="Problems">
        {isFolded && (
          <li data-severity="note">
            <button type="button" className="problem-place" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? <ChevronDown size="1.15em" aria-hidden /> : <ChevronRight size="1.15em" aria-hidden />}
              <strong>{remarks.length} notes</strong>
            </button>
          </li>
        )}
        {listed.slice(0, MOST_LISTED).map((problem) => (
          <Problem
            key={`${problem.from} ${problem.message}`}
            problem={problem}
            place={problemPlace(problem, compilation.source)}
          />
        ))}
        {listed.length > MOST_LISTED && <li>and {listed.length - MOST_LISTED} more</li>}
      </ul>
      <ProblemsSaid compilation={compilation} problems={problems} />
    </>
  )
}
