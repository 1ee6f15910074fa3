import { useState } from 'react'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const HideChoices = late('What can be hidden', () => import('./HideChoices.tsx'))

/** Chooses what is hidden, and whether each number is asked for. */
export function HideMenu() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Hide
      </button>
      <Dialog title="Hide, and ask" wide open={open} onClose={() => setOpen(false)}>
        <HideChoices />
      </Dialog>
    </>
  )
}
