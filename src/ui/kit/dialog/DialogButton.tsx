import { type ReactNode, useState } from 'react'
import { Dialog } from './Dialog.tsx'

interface Props {
  readonly label: string
  /** Of the dialog; as the label where it is left out. */
  readonly title?: string
  readonly children: (close: () => void) => ReactNode
}

/** A button of the header, and the wide dialog that it opens. */
export function DialogButton({ label, title = label, children }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      <Dialog title={title} wide open={open} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
