import { useEffect, useRef } from 'react'
import { toggleBlank } from '../../../state/show.ts'

/** A black screen. Who had the focus gets it back. */
export function Blank() {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <button type="button" className="show-blank" aria-label="Back to the picture" onClick={toggleBlank} ref={button} />
  )
}
