import { lazy, Suspense, useState } from 'react'
import { Dialog } from '../dialog/Dialog.tsx'

const ReferenceContent = lazy(() => import('./ReferenceContent.tsx'))

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
        <Suspense>
          <ReferenceContent onTry={close} />
        </Suspense>
      </Dialog>
    </>
  )
}
