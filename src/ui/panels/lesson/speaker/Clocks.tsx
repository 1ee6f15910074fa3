import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { restartClock, useRoom } from '../../../../state/lesson/room.ts'
import { IconButton } from '../../../kit/button/IconButton.tsx'
import { duration } from '../room/durations.ts'
import { useSecond } from '../room/useSecond.ts'

/** The time of day, and how long lesson and scene have lasted. */
export function Clocks() {
  const second = useSecond()
  const { started, entered } = useRoom()
  const since = (time: number) => duration(second - Math.floor(time / 1000))
  return (
    <dl className="speaker-clocks">
      <Clock name="Time">{new Date(second * 1000).toLocaleTimeString([], { timeStyle: 'short' })}</Clock>
      <Clock name="Since the start">
        {since(started)}
        <IconButton name="Start from now" icon={RotateCcw} size="1em" onClick={restartClock} />
      </Clock>
      <Clock name="In this scene">{since(entered)}</Clock>
    </dl>
  )
}

const Clock = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
