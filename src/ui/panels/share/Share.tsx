import { useState } from 'react'
import { pause } from '../../../state/playback.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const LinkToMoment = late('The link', () => import('./LinkToMoment.tsx'))

/** Shares the exact moment. */
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
      <Dialog title="Share this moment" open={open} onClose={() => setOpen(false)}>
        <LinkToMoment />
      </Dialog>
    </>
  )
}
