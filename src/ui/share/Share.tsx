import { useState } from 'react'
import { pause } from '../../state/playback.ts'
import { links } from '../../state/visit.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import './share.css'

const copy = (text: string) =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false)

/** Makes the link to the exact moment, copies it and shows it. */
export function Share() {
  const [link, setLink] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const openShare = async () => {
    pause()
    const fragment = await (await links()).currentLink()
    history.replaceState(null, '', fragment)
    setLink(location.href)
    setCopied(await copy(location.href))
  }
  return (
    <>
      <button type="button" className="button-quiet" onClick={openShare}>
        Share
      </button>
      <Dialog title="Share this moment" open={link !== null} onClose={() => setLink(null)}>
        <p>The link opens this program, these modes and this very step.</p>
        <div className="share">
          <label htmlFor="share-link">Link</label>
          <input id="share-link" readOnly value={link ?? ''} onFocus={(event) => event.target.select()} />
          <button type="button" className="button" onClick={async () => setCopied(await copy(link ?? ''))}>
            Copy
          </button>
        </div>
        <p role="status" className="share-copied">
          {copied ? '✓ Copied' : 'Select the link and copy it.'}
        </p>
      </Dialog>
    </>
  )
}
