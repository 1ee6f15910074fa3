import { useRoom } from '../../../../state/lesson/room.ts'
import { duration } from './durations.ts'
import { useSecond } from './useSecond.ts'
import './room.css'

/** What is left of the time for the question, where it has one. */
export const Countdown = () => (useRoom((room) => room.seconds > 0) ? <Running /> : null)

function Running() {
  const { seconds, since } = useRoom()
  const left = seconds - (useSecond() - Math.floor(since / 1000))
  return (
    <p className="room-time" role="timer" aria-label="Time for the question">
      {left > 0 ? duration(left) : 'Time is up'}
    </p>
  )
}
