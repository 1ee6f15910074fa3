import { useState } from 'react'
import { pause } from '../../../state/playback.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const Sections = late('What shares this moment', () => import('./Sections.tsx'))

/** Shares the exact moment: the ways to do so stand in `sections.ts`. */
export function Share() {
  const [open, setOpen] = useState(false)
  const openShare = () => {
    pause()
    setOpen(true)
  }
  return (
    <>
      <button type="button" className="button-quiet" onClick={openShare}>
        Share
      </button>
      <Dialog title="Share this moment" wide open={open} onClose={() => setOpen(false)}>
        <Sections />
      </Dialog>
    </>
  )
}
