import { useEffect, useMemo, useState } from 'react'
import type { Numbers } from '../../core.ts'
import type { SecondReport } from '../../state/secondReport.ts'
import type { Session } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { useEmphasis } from '../chain/emphasis.ts'
import { type Course, courseOf, KINDS, lightAt, type Place, placeAt, sentenceAt } from './course.ts'
import { NodeTable } from './NodeTable.tsx'
import { Terms } from './Terms.tsx'

interface Props {
  readonly session: Session
  readonly report: SecondReport
  readonly weights: Numbers
  readonly direction: Numbers
}

const TITLE = {
  primal: 'Primal pass',
  tangent: 'Tangent pass along v',
  adjoint: 'Adjoint pass',
  second: 'Adjoint tangents',
} as const

/** How long a step stays, in milliseconds. */
const STILL = 900

/** The four passes to step through: what each step does, the numbers of all nodes, and the node in the graph. */
export function Passes({ session: { primal }, report, weights, direction }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: weights and direction change with the report
  const course = useMemo(() => courseOf(primal, report, weights, direction), [primal, report])
  const [stepped, step] = useState<number | null>(null)
  const at = Math.min(stepped ?? course.length, course.length)
  const place = placeAt(course, at)
  useEmphasis(useMemo(() => (stepped === null ? null : lightAt(course, placeAt(course, at))), [course, stepped, at]))
  return (
    <>
      <Stepper course={course} place={place} at={at} onStep={step} />
      <p className="second-sentence">{sentenceAt(course, place)}</p>
      <Terms course={course} place={place} />
      <NodeTable course={course} place={place} />
    </>
  )
}

interface StepperProps {
  readonly course: Course
  readonly place: Place
  readonly at: number
  readonly onStep: (at: number) => void
}

function Stepper({ course, place: { kind, step }, at, onStep }: StepperProps) {
  const { length, legs } = course
  const speed = useGradual((state) => state.speed)
  const [isPlaying, play] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => (at < length ? onStep(at + 1) : play(false)), STILL / speed)
    return () => clearTimeout(timer)
  }, [isPlaying, at, length, speed, onStep])
  const words = `${TITLE[kind]}, step ${step} of ${legs[kind].nodes.length}`
  const go = (to: number) => {
    play(false)
    onStep(Math.min(length, Math.max(0, to)))
  }
  const toggle = () => {
    if (!isPlaying && at >= length) onStep(0)
    play(!isPlaying)
  }
  return (
    <div className="second-stepper">
      <button
        type="button"
        className="button"
        aria-label="Previous step of H·v"
        disabled={at === 0}
        onClick={() => go(at - 1)}
      >
        ◂
      </button>
      <button type="button" className="button" aria-label={isPlaying ? 'Pause H·v' : 'Play H·v'} onClick={toggle}>
        {isPlaying ? 'Pause' : 'Play'} H·v
      </button>
      <button
        type="button"
        className="button"
        aria-label="Next step of H·v"
        disabled={at === length}
        onClick={() => go(at + 1)}
      >
        ▸
      </button>
      <span>{words}</span>
      <div className="second-legs" aria-hidden>
        {KINDS.filter((each) => legs[each].nodes.length > 0).map((each) => (
          <div key={each} data-kind={each} style={{ flexGrow: legs[each].nodes.length }} />
        ))}
      </div>
      <input
        type="range"
        aria-label="Step of H·v"
        aria-valuetext={words}
        min={0}
        max={length}
        value={at}
        onChange={({ target }) => go(target.valueAsNumber)}
      />
    </div>
  )
}
