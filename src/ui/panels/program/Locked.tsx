import { isHeld } from '../../../state/playback.ts'
import { change, useGradual } from '../../../state/store.ts'

/** Says what the link holds as it is, and leads to a copy that is free. An exam stays as it is given. */
export default function Locked() {
  const locked = useGradual((state) => state.locked)
  const what =
    locked.size > 1 ? 'The program and its inputs are' : locked.has('program') ? 'The program is' : 'The inputs are'
  return (
    <p className="program-locked">
      {what} locked by the link.
      {!isHeld() && (
        <button type="button" className="button" onClick={() => change({ locked: new Set() })}>
          Unlock a copy
        </button>
      )}
    </p>
  )
}
