import { useState } from 'react'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const ReferenceContent = late('The reference', () => import('./ReferenceContent.tsx'))

/** The language and its functions, to look up. */
export function Reference() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Reference
      </button>
      <Dialog title="Reference" wide open={open} onClose={close}>
        <ReferenceContent onTry={close} />
      </Dialog>
    </>
  )
}
