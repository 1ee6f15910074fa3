import { useState } from 'react'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { late } from '../../kit/late/late.tsx'

const ExamplesList = late('The list of examples', () => import('./ExamplesList.tsx'))

/** Opens a program from the examples or from the user's recent ones. */
export function ExamplesMenu() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Examples
      </button>
      <Dialog title="Examples" wide open={open} onClose={close}>
        <ExamplesList onChosen={close} />
      </Dialog>
    </>
  )
}
