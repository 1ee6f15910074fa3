import { Square } from 'lucide-react'
import type { Lesson } from '../../../../lessons/lesson.ts'
import { canKeepInStep, useInStep } from '../../../../state/lesson/sync/inStep.ts'
import { toggleBlank, useShow } from '../../../../state/show.ts'
import { BackAndOn } from '../BackAndOn.tsx'
import { TimeChoice } from '../room/TimeChoice.tsx'
import { ScenesButton } from '../ScenesButton.tsx'

interface Props {
  readonly lesson: Lesson
  readonly place: number
  readonly made: number
}

/** Drives both windows. */
export function Drive({ lesson, place, made }: Props) {
  const blank = useShow((show) => show.blank)
  return (
    <div className="speaker-drive">
      <BackAndOn lesson={lesson} place={place} made={made} on={() => 'On'} />
      <button
        type="button"
        className="button"
        aria-pressed={blank}
        onClick={toggleBlank}
        title="The hall’s screen black, and back (B)"
      >
        <Square size="1em" aria-hidden /> Blank
      </button>
      <ScenesButton lesson={lesson} place={place} />
      <TimeChoice />
      <Standing />
    </div>
  )
}

const ALONE = 'The lecture’s window is closed. This view goes on by itself.'

/** Whether the hall’s window follows. */
function Standing() {
  const said = useInStep(({ others, wasInStep }) => {
    if (!canKeepInStep()) return 'This browser does not keep two windows in step: press PgDn in both.'
    if (others.size > 0) return 'In step with the lecture’s window.'
    return wasInStep ? ALONE : 'The lecture’s window is not open.'
  })
  return (
    <span className="speaker-standing" role="status">
      {said}
    </span>
  )
}
