import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import './dialog.css'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, open, onClose, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  // A press outside closes when it ends there too: earlier, its click would fall on what lies under the dialog.
  const pressedOutside = useRef(false)
  useEffect(() => {
    if (open && !element.current?.open) element.current?.showModal()
    if (!open) element.current?.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-label={title}
      // React tells it of a dialog within it, too.
      onClose={(event) => event.target === element.current && onClose()}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === element.current
      }}
      onClick={(event) => event.target === element.current && pressedOutside.current && onClose()}
    >
      {open && (
        <div className="dialog-body">
          <div className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <X size="1.3em" aria-hidden />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
