import { useEffect, useState } from 'react'
import { links } from '../../../state/links.ts'
import { takeFocus } from '../../kit/dialog/takeFocus.ts'
import { MissingPart } from '../../kit/late/MissingPart.tsx'
import './share.css'

const copy = (text: string) =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false)

/** Makes the link to the exact moment, copies it and shows it. */
export default function LinkToMoment() {
  const [link, setLink] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    void links.get().then(async ({ currentLink }) => {
      history.replaceState(null, '', await currentLink())
      setLink(location.href)
      setCopied(await copy(location.href))
    })
  }, [])
  if (link === null) return <MissingPart part={links} />
  return (
    <>
      <p>The link opens this program, these modes, this very step, and the graph as you see it.</p>
      <div className="share">
        <label htmlFor="share-link">Link</label>
        <input id="share-link" ref={takeFocus} readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={async () => setCopied(await copy(link))}>
          Copy
        </button>
      </div>
      <p role="status" className="share-copied">
        {copied ? '✓ Copied' : 'Select the link and copy it.'}
      </p>
    </>
  )
}
