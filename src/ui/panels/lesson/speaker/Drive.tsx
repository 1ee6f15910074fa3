import { type LucideIcon, Presentation, QrCode, Sigma, Snowflake, Square, Table2 } from 'lucide-react'
import type { Lesson } from '../../../../lessons/lesson.ts'
import { canKeepInStep, useInStep } from '../../../../state/lesson/sync/inStep.ts'
import { bring, endShow, startShow, toggleBlank, toggleCode, toggleFrozen, useShow } from '../../../../state/show.ts'
import { IconButton } from '../../../kit/button/IconButton.tsx'
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
  const { hallPresents, blank, frozen, code, brought } = useShow()
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
      <Switch
        name="Present"
        keys="F5"
        icon={Presentation}
        on={hallPresents}
        onClick={hallPresents ? endShow : startShow}
      />
      <Switch name="Stand still" keys="Z" icon={Snowflake} on={frozen} onClick={toggleFrozen} />
      <Switch name="Formulas" keys="E" icon={Sigma} on={brought === 'formula'} onClick={() => bring('formula')} />
      <Switch name="Table or page" keys="T" icon={Table2} on={brought === 'table'} onClick={() => bring('table')} />
      <Switch name="Code for phones" keys="Q" icon={QrCode} on={code} onClick={toggleCode} />
      <ScenesButton lesson={lesson} place={place} />
      <TimeChoice />
      <Standing />
    </div>
  )
}

interface SwitchProps {
  readonly name: string
  readonly keys: string
  readonly icon: LucideIcon
  readonly on: boolean
  readonly onClick: () => void
}

/** What the hall’s screen shows besides, or not. */
const Switch = ({ name, keys, icon, on, onClick }: SwitchProps) => (
  <IconButton name={name} title={`In the hall: ${name} (${keys})`} icon={icon} aria-pressed={on} onClick={onClick} />
)

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
