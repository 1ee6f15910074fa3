import { Maximize } from 'lucide-react'
import { useRef } from 'react'
import { QrCode } from '../../../kit/qr/QrCode.tsx'

/** Bytes that a code holds, and those that phones read from some way off. */
export const MOST_IN_CODE = 2_953
const EASY_IN_CODE = 1_000

/** The code that opens the link on phones, and the same for a hall. Links are letters of one byte each. */
export function LinkCode({ link }: { readonly link: string }) {
  const large = useRef<HTMLDialogElement>(null)
  if (link.length > MOST_IN_CODE) return null
  return (
    <div className="share-code">
      <QrCode text={link} label="Code of the link" />
      <button type="button" className="button" onClick={() => large.current?.showModal()}>
        <Maximize size="1.1em" aria-hidden /> Show it large
      </button>
      {link.length > EASY_IN_CODE && <p>A dense code: phones read it from near only.</p>}
      <dialog ref={large} className="share-code-large" aria-label="Code for a hall">
        <QrCode text={link} label="Opens this moment on a phone" />
        <p>{new URL(link).host}</p>
        <button type="button" className="button" onClick={() => large.current?.close()}>
          Close the code
        </button>
      </dialog>
    </div>
  )
}
