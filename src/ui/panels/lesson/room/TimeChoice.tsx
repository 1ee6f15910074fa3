import { giveSeconds, useRoom } from '../../../../state/lesson/room.ts'
import { SECONDS } from '../../../../state/lesson/roomForm.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'

const CHOICES = SECONDS.map((seconds) => ({ name: String(seconds), title: seconds === 0 ? 'none' : `${seconds} s` }))

/** How long the hall has for each question; it starts anew for the one at hand. */
export function TimeChoice() {
  const chosen = useRoom((room) => room.seconds)
  return (
    <Pills
      name="Time for a question"
      choices={CHOICES}
      chosen={String(chosen)}
      onChoose={(name) => giveSeconds(SECONDS.find((seconds) => String(seconds) === name) ?? 0)}
    />
  )
}
