import { useEffect, useState } from 'react'
import { links } from '../../../../state/links.ts'
import { takeFocus } from '../../../kit/dialog/takeFocus.ts'
import { MissingPart } from '../../../kit/late/MissingPart.tsx'
import './link.css'

const copy = (text: string) =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false)

/** Weights that the text has no literals for are the longest that a link may have to say. */
const named = (field: string) => (field === 'values' ? 'the numbers of the inputs' : `“${field}”`)

/** Makes the link to the exact moment, copies it and shows it. */
export default function LinkSection() {
  const [link, setLink] = useState<string | null>(null)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    void links.get().then(async ({ currentLink, missingInLink }) => {
      history.replaceState(null, '', await currentLink())
      setLink(location.href)
      setMissing(missingInLink())
      setCopied(await copy(location.href))
    })
  }, [])
  if (link === null) return <MissingPart part={links} />
  return (
    <>
      <p>The link opens this program, these modes, this very step, and the graph as you see it.</p>
      <div className="share-link">
        <label htmlFor="share-link">Link</label>
        <input id="share-link" ref={takeFocus} readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={async () => setCopied(await copy(link))}>
          Copy
        </button>
      </div>
      {missing.length > 0 && (
        <p>Too long for a link, and left out: {missing.map(named).join(', ')}. Whoever opens it sees the rest.</p>
      )}
      <p role="status" className="share-copied">
        {copied ? '✓ Copied' : 'Select the link and copy it.'}
      </p>
    </>
  )
}
