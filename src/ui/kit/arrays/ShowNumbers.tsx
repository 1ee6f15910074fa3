import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import type { MathRole } from '../../../notation/latex.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import type { Numbered } from './NumberTable.tsx'
import { WholeTable } from './WholeTable.tsx'

interface Props extends Numbered {
  readonly kind: MathRole
  /** Of its button. */
  readonly tabIndex?: number
  readonly children: ReactNode
}

/** A button that opens the whole table of an array. */
export function ShowNumbers({ children, tabIndex, ...array }: Props) {
  const [open, setOpen] = useState<boolean | null>(null)
  const title = `${array.name}, ${shapeLabel(array.tensor.shape)}`
  return (
    <>
      <button
        type="button"
        className="heat-button"
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-label={`Show numbers: ${title}`}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {/* Elsewhere in the page, so that no table around it lends it its looks; it stays, so that the focus comes back. */}
      {open !== null &&
        createPortal(
          <Dialog title={title} wide open={open} onClose={() => setOpen(false)}>
            <WholeTable {...array} />
          </Dialog>,
          document.body,
        )}
    </>
  )
}
