import { useState } from 'react'
import { ofTab, read, write } from '../../../../state/storage.ts'

const KEY = 'gradual:speaker-aside'

/** Until it is told that the window stands where the hall does not see it. */
export function MoveAside() {
  const [isAside, setAside] = useState(() => read(KEY, ofTab) === true)
  if (isAside) return null
  const done = () => {
    write(KEY, true, ofTab)
    setAside(true)
  }
  return (
    <p className="speaker-aside">
      <strong>Speaker’s view – move this window to your own screen.</strong>
      <button type="button" className="button" onClick={done}>
        It is there
      </button>
    </p>
  )
}
